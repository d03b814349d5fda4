"""Answers without names: whoever takes reports from one another never gets down to fewer than five people.

The attacker reads every report that is offered, to anyone, at every moment: the receiver of feedback, line
managers of their reports, HR of the organisation. Whatever can be worked out from sums over groups of answers is
worked out from the cells that the reports cut the answers into, so that it is enough, and needed, that each cell
is of five people or more. Every pair of reports is taken apart as well, and in small worlds every combination.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from core.model.anonymity import FEWEST, batches, in_no_order, ready
from tests.attack import Answer, Report, check

# --- feedback: one receiver, whose report grows ----------------------------------------------------------------

GIVERS = [f"g{number}" for number in range(8)]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["give", "give", "give", "edit", "withdraw", "leave", "release"]), st.sampled_from(GIVERS)
    ),
    max_size=60,
)


@given(STEPS)
def test_no_two_looks_at_feedback_without_names_differ_by_fewer_than_five_people(steps):
    waiting: list[Answer] = []
    released: list[Report] = []
    looks: list[Report] = []
    gone: set[str] = set()
    for number, (what, who) in enumerate(steps):
        own = [each for each in waiting if each[0] == who]
        match what:
            case "give" if who not in gone:
                waiting.append((who, number))
            case "edit" if own:
                waiting[waiting.index(own[0])] = (who, number)
            case "withdraw" if own:
                waiting.remove(own[0])
            case "leave":
                # What someone said stays when they leave; they say nothing more.
                gone.add(who)
            case "release" if ready([giver for giver, _ in waiting]):
                released.append(frozenset(waiting))
                waiting = []
        looks += [frozenset().union(*released), *released]
    check(looks)


@given(st.lists(st.sampled_from(GIVERS), max_size=30))
def test_a_giver_counts_once_however_often_they_answer(givers):
    assert ready(givers) == (len(set(givers)) >= FEWEST)


@given(st.sets(st.uuids().map(str), min_size=5, max_size=12))
def test_the_order_of_a_batch_is_the_same_whatever_order_it_was_given_in(ids):
    assert in_no_order(sorted(ids)) == in_no_order(sorted(ids, reverse=True))
    assert set(in_no_order(ids)) == ids


# --- pulse: every team, the organisation, many questions -------------------------------------------------------


@dataclass
class Organisation:
    """Who reports to whom, the answers of the round that is open, and what may be shown of those before."""

    manager: dict[str, str]
    answers: dict[str, str] = field(default_factory=dict)
    """The group that each answered in."""
    rounds: list[tuple[frozenset[str], Report]] = field(default_factory=list)
    """What was released: the groups of each batch, and its answers."""
    number: int = 0

    def close(self) -> None:
        counts: defaultdict[str, int] = defaultdict(int)
        for group in self.answers.values():
            counts[group] += 1
        for groups in batches(counts):
            members = frozenset((who, self.number) for who, group in self.answers.items() if group in groups)
            self.rounds.append((groups, members))
        self.answers, self.number = {}, self.number + 1

    def reports(self) -> list[Report]:
        """Each line manager's, of each round and of all; the organisation's likewise."""
        found = [members for _, members in self.rounds]
        for group in sorted(set(self.manager.values())):
            own = [members for groups, members in self.rounds if groups == {group}]
            found.append(frozenset().union(*own))
        for number in range(self.number):
            found.append(frozenset().union(*(m for _, m in self.rounds if {n for _, n in m} == {number})))
        found.append(frozenset().union(*(members for _, members in self.rounds)))
        return found


STAFF = [f"p{number}" for number in range(16)]
MANAGERS = ["ann", "ben", "cai", "dee"]


@given(
    st.lists(st.sampled_from(MANAGERS), min_size=len(STAFF), max_size=len(STAFF)),
    st.lists(
        st.tuples(
            st.sampled_from(["answer"] * 8 + ["move", "leave", "close"]),
            st.sampled_from(STAFF),
            st.sampled_from(MANAGERS),
        ),
        max_size=120,
    ),
)
def test_no_reports_of_teams_and_of_all_cut_out_fewer_than_five_people(managers, steps):
    vale = Organisation(dict(zip(STAFF, managers, strict=True)))
    looks: list[Report] = []
    gone: set[str] = set()
    for what, who, to in steps:
        match what:
            case "answer" if who not in gone and who not in vale.answers:
                vale.answers[who] = vale.manager[who]
            case "move":
                # An answer given before the move stays with the group it was given in.
                vale.manager[who] = to
            case "leave":
                gone.add(who)
            case "close":
                vale.close()
                looks += vale.reports()
    check(looks)


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 12), max_size=8))
def test_batches_share_no_group_and_each_is_of_five_people_or_more(people):
    found = batches(people)
    assert sum(len(groups) for groups in found) == len(frozenset().union(*found))
    assert all(sum(people[group] for group in groups) >= FEWEST for groups in found)
    # Only what is too small even together is left out.
    left = [count for group, count in people.items() if count and not any(group in groups for groups in found)]
    assert sum(left) < FEWEST
