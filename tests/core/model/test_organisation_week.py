"""What is kept of a week: every count recounted from the answers, and nobody to be found out from any of it."""

from collections import Counter, defaultdict
from datetime import date
from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.model.anonymity import FEWEST
from core.model.objective import Status
from core.model.organisation_week import (
    EQUALITY,
    OTHERS,
    Asked,
    Dimension,
    Member,
    Said,
    count_week,
    hides_nobody,
    parts_of,
    values_of,
)
from core.model.person import Employment, Language, Nation, Team
from core.model.services import below_person, services_of

WEEK = date(2026, 11, 16)
SERVICE_OF = {"a1": "a", "a2": "a", "a3": "a", "b": "b", "c": "c"}
PRIORITY_OF = {"warm": "warm", "warmer": "warm", "green": "green"}
COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12))


@st.composite
def weeks(draw):
    """People, whom was asked and who said what of which aim."""
    size = draw(st.integers(0, 30))
    members = {
        f"p{n}": Member(
            f"p{n}",
            draw(st.sampled_from([*SERVICE_OF, None])),
            None,
            draw(st.sampled_from([Employment.PERMANENT, Employment.AGENCY])),
            draw(st.sampled_from([frozenset({1, 2, 3, 4, 5}), frozenset({1, 2})])),
            draw(st.sampled_from([Nation.ENGLAND, Nation.WALES])),
            draw(st.sampled_from(Language)),
            draw(st.sampled_from([None, date(2012, 1, 1), date(2026, 1, 1)])),
        )
        for n in range(size)
    }
    asked = [Asked(each, 1, draw(st.integers(0, 1))) for each in members]
    said = [
        Said(
            each.person_id,
            draw(st.sampled_from([*PRIORITY_OF, None])),
            draw(st.sampled_from(Status)),
            draw(st.sampled_from([None, True, False])),
            draw(st.sampled_from([None, 1, 5])),
            draw(st.sampled_from(["", "No boiler parts from the supplier", "The portal was down"])),
        )
        for each in asked
        if each.answered
        for _ in range(draw(st.integers(0, 2)))
    ]
    return members, asked, said


@given(COUNTS)
def test_parts_have_enough_people_and_so_has_the_rest(people):
    parts = parts_of(people)
    whole = sum(people.values())
    sums = Counter()
    for value, part in parts.items():
        sums[part] += people[value]
    assert not parts or sum(sums.values()) == whole
    assert all(FEWEST <= count <= whole - FEWEST for count in sums.values())
    alone = [each for each, count in people.items() if count >= FEWEST]
    # Two values with enough people are told where there is no other, and three whatever else there is.
    assert parts or len(alone) < 2 or (len(alone) == 2 and sum(people.values()) > sum(people[x] for x in alone))


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), max_size=24))
@settings(max_examples=300)
def test_no_sum_of_parts_of_one_division_less_one_of_the_other_is_about_few(pairs):
    """Tried by force: every sum of parts of the one, less every sum of parts of the other."""
    one = {str(n): first for n, (first, _) in enumerate(pairs)}
    other = {str(n): second for n, (_, second) in enumerate(pairs)}
    sizes = [Counter(one.values()), Counter(other.values())]
    if any(count < FEWEST for each in sizes for count in each.values()):
        return
    found_out = False
    for some in subsets(sizes[0]):
        for others in subsets(sizes[1]):
            left = sum((one[person] in some) != (other[person] in others) for person in one)
            found_out = found_out or 0 < left < FEWEST
    assert hides_nobody(one, other) == (not found_out)


def subsets(values):
    ordered = sorted(values)
    return list(chain.from_iterable(combinations(ordered, size) for size in range(len(ordered) + 1)))


@given(weeks())
@settings(max_examples=150)
def test_every_count_is_that_of_the_answers_and_none_is_about_few_people(week):
    members, asked, said = week
    kept = count_week(WEEK, members, asked, said, SERVICE_OF, PRIORITY_OF)
    cells = {(each.dimension, each.value): each for each in kept.cells}
    whole = cells[Dimension.WHOLE, ""]
    assert (whole.due, whole.answered) == (len(asked), sum(each.answered for each in asked))
    assert all(cell.said == 0 or cell.said >= FEWEST for cell in kept.cells)
    for (dimension, value), cell in cells.items():
        if dimension is Dimension.TEAM and cell.said:
            own = [each for each in said if members[each.person_id].team_id == value]
            assert cell.said == len({each.person_id for each in own})
            assert cell.with_status == len(own)
            assert cell.on_track == sum(each.status is Status.ON_TRACK for each in own)
            assert cell.outside_control == sum(each.outside_control is True for each in own)
            assert cell.confidences == sum(each.confidence or 0 for each in own)
            assert cell.service_id == SERVICE_OF[value]
        if dimension in EQUALITY and value != OTHERS:
            there = [each for each in said if values_of(members[each.person_id], WEEK)[dimension] == value]
            assert cell.with_status <= len(there)
    # Teams that are shown apart, and what is left of their service, are five people or more each.
    for service in set(SERVICE_OF.values()):
        teams = [cell for cell in kept.cells if cell.dimension is Dimension.TEAM and cell.service_id == service]
        if (service_cell := cells.get((Dimension.SERVICE, service))) is not None:
            left = service_cell.said - sum(each.said for each in teams)
            assert left == 0 or left >= FEWEST
    services = [cell for cell in kept.cells if cell.dimension is Dimension.SERVICE]
    left = whole.said - sum(each.said for each in services)
    assert left == 0 or left >= FEWEST
    # Each division that is told has everyone who is in the whole.
    people: defaultdict[Dimension, int] = defaultdict(int)
    for cell in kept.cells:
        if cell.dimension in EQUALITY:
            people[cell.dimension] += cell.said
    assert all(count == whole.said for count in people.values())


@given(weeks())
@settings(max_examples=100)
def test_an_obstacle_is_met_by_five_people_and_told_in_no_words_of_fewer(week):
    members, asked, said = week
    kept = count_week(WEEK, members, asked, said, SERVICE_OF, PRIORITY_OF)
    for each in kept.obstacles:
        assert each.people >= FEWEST and each.outside <= each.people
        for word in filter(None, each.words.split(", ")):
            using = {one.person_id for one in said if word in one.factors.casefold()}
            assert len(using) >= FEWEST


def test_a_number_in_a_word_or_another_ending_of_it_is_nobodys_own_to_be_told():
    people = [f"p{number}" for number in range(FEWEST)]
    told = [f"boiler{'s' if number else ''} case-10{number}x late again" for number in range(FEWEST)]
    members = {each: member(each, "a1") for each in people}
    said = [Said(who, None, Status.OFF_TRACK, True, 1, text) for who, text in zip(people, told, strict=True)]
    kept = count_week(WEEK, members, [Asked(each, 1, 1) for each in people], said, SERVICE_OF, PRIORITY_OF)
    (obstacle,) = kept.obstacles
    assert obstacle.words == "boiler, case"


def member(id_, team_id=None, manager_id=None):
    return Member(
        id_, team_id, manager_id, Employment.PERMANENT, frozenset({1}), Nation.ENGLAND, Language.EN, None
    )


def test_a_team_lies_below_the_first_other_team_up_the_line():
    members = {
        each.id: each
        for each in (
            member("chief"),
            member("head", "homes", "chief"),
            member("lead", "repairs", "head"),
            member("other", "waste", "chief"),
        )
    }
    teams = [
        Team("homes", "vale", "Homes", "head"),
        Team("repairs", "vale", "Repairs", "lead"),
        Team("waste", "vale", "Waste", "other"),
        Team("new", "vale", "New"),
    ]
    assert services_of(teams, members) == {"homes": "homes", "repairs": "homes", "waste": "waste", "new": "new"}
    assert below_person("head", teams, members) == {"homes", "repairs"}
    assert below_person("chief", teams, members) == {"homes", "repairs", "waste"}


def test_people_who_manage_one_another_in_a_ring_end_the_search():
    members = {"a": member("a", "one", "b"), "b": member("b", "two", "a")}
    teams = [Team("one", "vale", "One", "a"), Team("two", "vale", "Two", "b")]
    assert set(services_of(teams, members).values()) <= {"one", "two"}
    assert below_person("nobody", teams, members) == set()
