"""Help: what someone can say, in groups that are read at a glance, and nothing that is not theirs to say."""

import pytest

from core.cards.help import GROUPS, examples_of, rows_of
from core.chat.card import Facts, Heading
from core.commands import COMMANDS, HELP, HR, LEARN, SKILLS, TEAM, find_command
from core.model.person import Access, Language
from core.texts.texts import words_for

LONGEST_LABEL = 20
"""Characters: Teams draws labels in a narrow column beside what they are of."""


async def test_help_is_read_group_by_group(council, lead, amira):
    await lead.says("help")
    headings = [part.text for part in lead.last.card.parts if isinstance(part, Heading)]
    assert headings == [
        *("Your week", "You and your colleagues", "Your training and review"),
        *("Settings, and what is yours", "Your team"),
    ]
    assert "team review @name annual by 31 March" in lead.last.text
    said = await amira.says("help")
    assert "Your team" not in said and "team overdue" not in said and "hr reviews" not in said


async def test_hr_reads_its_own_group(council):
    nia = await council.hire("Nia Vaughan", access=Access.HR)
    said = await nia.says("help")
    for words in ("hr reviews", "hr export", "hr benchmarks", "hr messages"):
        assert words in said


@pytest.mark.parametrize("language", Language)
async def test_no_label_is_a_list(council, language):
    boss = await council.hire("Nia Vaughan", access=Access.HR, language=language)
    await council.hire("Amira Hassan", manager=boss)
    await boss.says("help")
    labels = [fact.label for part in boss.last.card.parts if isinstance(part, Facts) for fact in part.items]
    assert labels and max(map(len, labels)) <= LONGEST_LABEL


def test_every_command_is_explained_but_those_that_others_lead_to():
    grouped = {each for group in GROUPS.values() for each in group}
    asked_back = {command for command in COMMANDS if command.alone or command.word == "compare"}
    assert grouped | {HELP, LEARN, SKILLS} | asked_back == set(COMMANDS)


@pytest.mark.parametrize("language", Language)
def test_every_example_is_the_command_that_it_is_an_example_of(language):
    words = words_for(language)
    for command in (TEAM, HR):
        for row in rows_of(command):
            for example in examples_of(words, row):
                found = find_command(example)
                assert found is not None and found[0] is command, example
