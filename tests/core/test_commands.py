"""Commands as people type them."""

import pytest

from core.commands import (
    AWAY,
    CHECKIN,
    COMMANDS,
    HELP,
    HR,
    HR_WORDS,
    OBJECTIVES,
    SLACK_SHORT_FORMS,
    TEAM,
    find_command,
)
from core.hear_hr import SUBJECTS
from core.model.person import Language
from core.texts.texts import words_for

SLACKS_OWN = {"feedback", "status", "remind", "invite", "away", "leave", "who", "topic", "me", "search"}


@pytest.mark.parametrize(
    ("text", "command", "rest"),
    [
        ("team", TEAM, ""),
        ("/team overdue", TEAM, "overdue"),
        ("Team @Amira Khan", TEAM, "@Amira Khan"),
        ("check-in", CHECKIN, ""),
        ("checkin next week", CHECKIN, "next week"),
        ("amcanion newydd", OBJECTIVES, "newydd"),
        ("i ffwrdd tan ddydd Mercher", AWAY, "tan ddydd Mercher"),
        ("help me", HELP, ""),
        ("HR priorities add Safe homes", HR, "priorities add Safe homes"),
        ("adnoddau dynol", HR, ""),
    ],
)
def test_a_command_is_found_by_its_first_word(text, command, rest):
    assert find_command(text) == (command, rest)


@pytest.mark.parametrize(
    "text", ["", "teammates are great", "off track, waiting for IT", "12 days", "HR have approved the post"]
)
def test_other_words_are_no_command(text):
    assert find_command(text) is None


def test_no_slash_command_takes_a_name_of_slacks_own():
    assert not SLACKS_OWN & set(SLACK_SHORT_FORMS)


@pytest.mark.parametrize("language", Language)
def test_every_listed_command_explains_itself(language):
    words = words_for(language)
    for command in COMMANDS:
        if command.listed:
            assert words(f"command-{command.word}")
            assert words(f"command-{command.word}-examples")


def test_no_word_belongs_to_two_commands():
    words = [word for command in COMMANDS for word in (command.word, *command.also)]
    assert len(words) == len(set(words))


def test_every_subject_of_hr_is_heard_by_one_that_can():
    assert set(HR_WORDS) == set(SUBJECTS)
