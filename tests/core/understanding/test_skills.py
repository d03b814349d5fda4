"""Skills as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.skills import LONGEST_NAME, Level
from core.understanding.skills import MOST_SKILLS, NamedSkill, UnreadSkills, nearly, read_skills


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Excel 2, Safeguarding 3", [("Excel", Level.CONFIDENT), ("Safeguarding", Level.TEACHING)]),
        ("Excel", [("Excel", None)]),
        ("Excel: confident; Welsh (learning)", [("Excel", Level.CONFIDENT), ("Welsh", Level.LEARNING)]),
        ("Cymraeg: yn hyderus", [("Cymraeg", Level.CONFIDENT)]),
        ("Excel - level 1.", [("Excel", Level.LEARNING)]),
        ("excel 1\nExcel 3", [("Excel", Level.TEACHING)]),
        ("ISO 9001", [("ISO 9001", None)]),
        ("  ,, ", []),
    ],
)
def test_names_and_levels_are_read(text, named):
    assert read_skills(text) == [NamedSkill(*each) for each in named]


def test_a_level_that_there_is_not_is_named():
    with pytest.raises(UnreadSkills) as wrong:
        read_skills("Welsh 2, Excel 7")
    assert wrong.value.facts == {"written": "Excel 7"}


def test_a_name_too_long_for_a_button_is_named():
    with pytest.raises(UnreadSkills, match="skills-name-long"):
        read_skills("x" * (LONGEST_NAME + 1))


def test_none_of_too_many_is_left_out_in_silence():
    with pytest.raises(UnreadSkills, match="skills-too-many"):
        read_skills(", ".join(f"skill {chr(97 + number)}" for number in range(MOST_SKILLS + 1)))


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read_or_named_and_never_holds_the_bar_of_a_buttons_value(text):
    try:
        found = read_skills(text)
    except UnreadSkills:
        return
    assert all(each.name and "|" not in each.name and len(each.name) <= LONGEST_NAME for each in found)
    assert len({each.key for each in found}) == len(found)


@pytest.mark.parametrize(
    ("name", "known", "near"),
    [
        ("Excell", ["Excel", "Welsh"], "Excel"),
        ("excel", ["Excel"], None),
        ("Safegarding", ["Safeguarding"], "Safeguarding"),
        ("Word", ["Welsh"], None),
        ("SQL", ["SAP"], None),
        ("Anything", [], None),
    ],
)
def test_a_near_miss_is_offered_and_another_word_is_not(name, known, near):
    assert nearly(name, known) == near
