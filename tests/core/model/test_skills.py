"""The laws of skills: what is wanted, held and missing."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from core.model.person import Person
from core.model.skills import (
    FEWEST,
    Holding,
    Level,
    ObjectiveSkill,
    PersonSkill,
    RoleSkill,
    SkillStanding,
    Wanted,
    counted,
    courses_for,
    gaps,
    holdings,
    only_holders,
    skill_key,
    team_skills,
    wanted_of,
)
from core.model.training import Course, Held, TrainingCompletion

NAMES = st.sampled_from(["Excel", "Safeguarding", "Welsh", "Report writing"])
LEVELS = st.sampled_from(Level)
ON = date(2026, 11, 20)
COURSE = Course("excel", "vale", "Excel for everyone", skills=("Excel",))


@st.composite
def roles(draw):
    names = draw(st.lists(NAMES, unique=True))
    return [RoleSkill("vale", "officer", skill_key(each), "Officer", each, draw(LEVELS)) for each in names]


@st.composite
def objectives(draw):
    pairs = draw(st.lists(st.tuples(st.sampled_from(["Voids", "Calls"]), NAMES), unique=True))
    return [(title, ObjectiveSkill(title, skill_key(name), "vale", name, draw(LEVELS))) for title, name in pairs]


@st.composite
def kept(draw):
    names = draw(st.lists(NAMES, unique=True))
    maybe = st.none() | LEVELS
    return [
        PersonSkill("amira", skill_key(each), "vale", each, said=draw(maybe), confirmed=draw(maybe))
        for each in names
    ]


@st.composite
def completed(draw):
    skills = tuple(draw(st.lists(NAMES, unique=True, max_size=2)))
    completion = TrainingCompletion("c", "vale", "amira", "excel", ON)
    return [Held(Course("excel", "vale", "A course", skills=skills), completion, expired=draw(st.booleans()))]


@given(roles(), objectives(), kept(), completed())
def test_a_gap_is_there_exactly_where_less_is_held_than_wanted(roles, objectives, kept, completed):
    wanted, held = wanted_of(roles, objectives), holdings(kept, completed)
    missing = {each.key for each in gaps(wanted, held)}
    for key, each in wanted.items():
        level = held[key].level if key in held else None
        assert (key in missing) == ((level or 0) < each.level)
    assert missing <= wanted.keys()


@given(roles(), objectives())
def test_what_is_wanted_is_the_most_that_anything_wants(roles, objectives):
    for key, wanted in wanted_of(roles, objectives).items():
        levels = [each.level for each in roles if each.skill_key == key]
        levels += [each.level for _, each in objectives if each.skill_key == key]
        assert wanted.level == max(levels)
        assert wanted.by_role == any(each.skill_key == key for each in roles)


@given(roles(), objectives(), kept(), completed())
def test_the_job_title_comes_first_and_then_the_widest_gaps(roles, objectives, kept, completed):
    found = gaps(wanted_of(roles, objectives), holdings(kept, completed))
    order = [(not each.wanted.by_role, -each.missing) for each in found]
    assert order == sorted(order)
    assert all(each.missing > 0 for each in found)


@given(kept(), completed())
def test_what_is_trained_counts_as_confident_for_as_long_as_it_counts(kept, completed):
    held = holdings(kept, completed)
    for each in completed:
        for name in each.course.skills:
            level = held[skill_key(name)].level if skill_key(name) in held else None
            if not each.expired:
                assert level is not None
                assert level >= Level.CONFIDENT
    without = holdings(kept, [])
    assert all((held[key].level or 0) >= (each.level or 0) for key, each in without.items())


@given(LEVELS, LEVELS, LEVELS)
def test_saying_another_level_waits_to_be_confirmed_anew(first, confirmed, second):
    said = PersonSkill("amira", "excel", "vale", "Excel").say(first, ON).confirm(confirmed, "megan", ON)
    assert Holding(said.skill, said.said, said.confirmed).level is confirmed
    again = said.say(second, ON)
    assert again.confirmed is (confirmed if second is first else None)
    assert again.said is second


def test_a_name_is_the_same_whatever_its_case_and_spacing():
    assert skill_key(" Report  Writing ") == skill_key("report writing")


def test_a_course_is_suggested_only_where_it_brings_someone_nearer():
    want = Wanted("Excel", Level.TEACHING)
    (new,) = gaps({"excel": want}, {})
    (able,) = gaps({"excel": want}, {"excel": Holding("Excel", said=Level.CONFIDENT)})
    retired = Course("old", "vale", "Old", skills=("Excel",), retired=True)
    assert courses_for(new, [COURSE, retired]) == [COURSE]
    assert courses_for(able, [COURSE]) == []


@given(st.lists(st.none() | LEVELS, min_size=2, max_size=5))
def test_one_who_alone_can_do_something_is_named_and_nobody_else(levels):
    team = [
        SkillStanding(
            Person(f"p{number}", "vale", f"p{number}@vale.example", f"Person {number}"),
            {"excel": Wanted("Excel", Level.CONFIDENT)},
            {"excel": Holding("Excel", said=level)} if level else {},
        )
        for number, level in enumerate(levels)
    ]
    able = [each.person for each in team if (each.level("excel") or 0) >= Level.CONFIDENT]
    assert only_holders(team) == ([("Excel", able[0])] if len(able) == 1 else [])
    assert team_skills(team) == [("excel", "Excel")]


@given(st.integers(0, 40), st.integers(0, 40))
def test_hr_is_never_told_a_number_below_five(people, lacking):
    told = counted(people, min(lacking, people))
    assert (told is None) == (people < FEWEST)
    if told is not None:
        assert told.lacking is None or told.lacking >= FEWEST
