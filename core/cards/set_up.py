"""Setting Milepost up: a checklist of what is there and what is still to do."""

from dataclasses import dataclass

from core.chat.card import Action, Actions, ActionStyle, Card, Heading, Paragraph, Part, Tone
from core.model.checkin import Schedule
from core.model.person import Person
from core.schedule.cadence import occurrences
from core.texts import formats
from core.texts.texts import Words, words_for

TEAMS_NAMED = 10


@dataclass(frozen=True, slots=True)
class SetUp:
    """How far an organisation is: its people, when they are asked, and which teams have no channel yet."""

    organisation: str
    people: int
    schedule: Schedule
    teams: int
    without_channel: tuple[str, ...]
    tried: bool
    """Whether the reader has had a check-in."""


def checklist(reader: Person, now_: SetUp) -> Card:
    """The four steps in order; each says how it stands, and has the button that does it."""
    words = words_for(reader.language)
    # The administrator alone is no organisation yet.
    has_people = now_.people > 1
    parts: list[Part] = [
        Paragraph(words("set-up-intro")),
        *_step(words, 1, "people", has_people, words("set-up-people-now", count=now_.people), has_people),
        *_step(words, 2, "schedule", True, _when(words, now_.schedule), True),
        Heading(f"{_sign(bool(now_.teams) and not now_.without_channel)} 3. {words('set-up-channel')}"),
        Paragraph(_channels(words, now_)),
        *_step(words, 4, "try", now_.tried, words("set-up-try-now"), now_.tried or not has_people),
        Paragraph(words("set-up-again"), Tone.SUBTLE),
    ]
    return Card(words("set-up-heading", organisation=now_.organisation), tuple(parts), words.language)


def _step(words: Words, number: int, name: str, done: bool, said: str, quiet: bool) -> list[Part]:
    style = ActionStyle.DEFAULT if quiet else ActionStyle.PRIMARY
    return [
        Heading(f"{_sign(done)} {number}. {words(f'set-up-{name}')}"),
        Paragraph(said),
        Actions((Action(f"set_up.{name}", words(f"set-up-{name}-button"), style=style),)),
    ]


def _sign(done: bool) -> str:
    return "✅" if done else "⬜"


def _when(words: Words, schedule: Schedule) -> str:
    day = next(occurrences(schedule, schedule.anchor))
    return words(
        "set-up-schedule-now",
        day=formats.weekday_in_full(day, words.language),
        at=formats.time_of_day(schedule.at, words.language),
    )


def _channels(words: Words, now_: SetUp) -> str:
    if not now_.teams:
        return words("set-up-channel-no-teams")
    if not now_.without_channel:
        return words("set-up-channel-done")
    named = now_.without_channel[:TEAMS_NAMED]
    names = formats.both(named, words.language)
    return words("set-up-channel-now", names=names, more=len(now_.without_channel) - len(named))
