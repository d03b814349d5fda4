"""What someone can say: the commands that are theirs, in groups, each with what it is for and examples."""

from collections.abc import Mapping

from core.chat.card import Card, Fact, Facts, Heading, Paragraph, Part, Tone
from core.commands import (
    ACTIONS,
    AGENDA,
    AWAY,
    CHECKIN,
    EXPORT,
    FEEDBACK,
    HELP,
    HR,
    KUDOS,
    OBJECTIVES,
    ONE_TO_ONE,
    PAUSE,
    PRIVACY,
    REVIEW,
    SETTINGS,
    TEAM,
    TRAINING,
    Command,
)
from core.texts.texts import Words

GROUPS: Mapping[str, tuple[Command, ...]] = {
    "help-group-work": (CHECKIN, OBJECTIVES, ACTIONS, AWAY),
    "help-group-people": (KUDOS, FEEDBACK, ONE_TO_ONE, AGENDA),
    "help-group-growth": (TRAINING, REVIEW),
    "help-group-own": (SETTINGS, PAUSE, EXPORT, PRIVACY),
    "help-group-team": (TEAM,),
    "help-group-hr": (HR,),
}
"""Every command that help explains but help itself, under its group's heading."""

_ROWS = {
    TEAM: ("team", "team-summary", "team-compare", "team-person", "team-more"),
    HR: ("hr", "hr-write", "hr-training", "hr-listen", "hr-organisation"),
}
"""What is said with one word after another is told in several rows; the text is `command-<row>`."""


def rows_of(command: Command) -> tuple[str, ...]:
    """The rows that explain a command: each has a text `command-<row>` and `command-<row>-examples`."""
    return _ROWS.get(command, (command.word,))


def examples_of(words: Words, row: str) -> list[str]:
    """What can be typed, the plainest first."""
    return words(f"command-{row}-examples").split(", ")


def explained(*, manages: bool, is_hr: bool) -> tuple[Command, ...]:
    """The commands that someone can use, in the order of help: the line manager's and HR's are for these only."""
    closed = {*([] if is_hr else [HR]), *([] if manages else [TEAM])}
    return (*(each for group in GROUPS.values() for each in group if each not in closed), HELP)


def help_card(words: Words, *, manages: bool, is_hr: bool) -> Card:
    """Every command someone can use: what to type, what it is for, and what else can be said with it."""
    open_to = explained(manages=manages, is_hr=is_hr)
    parts: list[Part] = [Paragraph(words("help-intro"))]
    for heading, commands in GROUPS.items():
        facts = tuple(_row(words, row) for command in commands if command in open_to for row in rows_of(command))
        if facts:
            parts += [Heading(words(heading)), Facts(facts)]
    parts.append(Paragraph(words("flow-help"), Tone.SUBTLE))
    return Card(words("help-title"), tuple(parts), words.language)


def _row(words: Words, row: str) -> Fact:
    first, *others = examples_of(words, row)
    what = words(f"command-{row}")
    if others:
        what = words("help-also", what=what, examples=", ".join(f"“{each}”" for each in others))
    return Fact(first, what)
