"""Whatever people say in whatever rounds, reports taken from one another leave five people or more."""

from datetime import UTC, datetime
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from core.model.anonymity import FEWEST
from core.model.questions import Wording
from core.model.round_360 import Average, Group, Line, Rater, Report, RoundAnswer, Template, report_of
from tests.attack import Report as Shown
from tests.attack import check

LINES = ("1", "2")
TEMPLATE = Template(
    tuple(Line(each, Wording(each)) for each in LINES), (Line("a", Wording("more")), Line("b", Wording("less")))
)
PEOPLE = [f"p{number}" for number in range(14)]
ASKED = datetime(2026, 11, 23, 9, tzinfo=UTC)

PARTS = st.dictionaries(
    st.sampled_from(PEOPLE),
    st.tuples(
        st.sampled_from([Group.PEER, Group.PEER, Group.REPORT]),
        st.sets(st.sampled_from(LINES)),
        st.sets(st.sampled_from(["1", "a", "b"])),
    ),
)


def held(parts: dict[str, tuple[Group, set[str], set[str]]], first: int) -> tuple[Report, int]:
    """A round in which everyone's score is a power of two, so that a mean tells whose scores are in it."""
    ids = map(str, count(first * 1000))
    raters = [Rater("r", who, group, ASKED) for who, (group, _, _) in parts.items()]
    answers = [
        RoundAnswer(
            "r",
            who,
            {line: 2 ** PEOPLE.index(who) for line in sorted(scored)},
            {line: f"{who} {line}" for line in sorted(written)},
        )
        for who, (_, scored, written) in parts.items()
    ]
    return report_of(TEMPLATE, raters, answers, ids), first * len(PEOPLE)


def whose(average: Average | None, number: int) -> Shown:
    """The answers that a mean was made of, read back from it."""
    if average is None:
        return frozenset()
    total = round(average.mean * average.people)
    return frozenset((who, number) for place, who in enumerate(PEOPLE) if total >> place & 1)


def shown(report: Report, first: int) -> list[Shown]:
    """All that a reader is shown, each as the answers it was made of."""
    sets = [
        whose(average, first + number)
        for number, line in enumerate(report.lines)
        for average in (line.others, line.peers, line.reports)
    ]
    sets.append(frozenset((each.text.split()[0], first + 10) for each in report.others))
    return [each for each in sets if each]


@given(st.lists(PARTS, min_size=1, max_size=3))
def test_all_reports_taken_together_single_out_nobody(rounds):
    reports = [shown(*held(parts, number)) for number, parts in enumerate(rounds)]
    check([each for report in reports for each in report])


@given(PARTS)
def test_what_a_report_says_of_a_part_of_the_others_is_all_of_it(parts):
    report, _ = held(parts, 0)
    for line in report.lines:
        of_line = {who: group for who, (group, scored, _) in parts.items() if line.line_id in scored}
        assert (line.others is not None) == (len(of_line) >= FEWEST)
        for average, group in ((line.peers, Group.PEER), (line.reports, Group.REPORT)):
            assert average is None or average.people == list(of_line.values()).count(group)
        assert (line.peers is None) == (line.reports is None)
    wrote = [who for who, (_, _, written) in parts.items() if written]
    assert bool(report.others) == (len(wrote) >= FEWEST)


def test_comments_are_in_an_order_of_random_ids():
    parts = {who: (Group.PEER, set(), {"a"}) for who in PEOPLE}
    first, second = held(parts, 0)[0], held(parts, 1)[0]
    assert first.others != second.others
    assert sorted(each.text for each in first.others) == sorted(each.text for each in second.others)
