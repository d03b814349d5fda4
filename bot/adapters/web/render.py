"""Cards, forms and messages as JSON for the page, which draws them itself; all text stays plain text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel.dates import format_date
from pydantic import TypeAdapter

from bot.adapters.web.client import WebMessage
from bot.adapters.web.roster import Place, Roster
from core.cards.help import examples_of, explained, rows_of
from core.chat.card import CARD_JSON, Card, Chart, Form
from core.chat.plain import plain_text
from core.commands import SHORTCUTS
from core.model.person import MONDAY_TO_FRIDAY, Language, Person
from core.texts import formats
from core.texts.texts import keys_of, words_for

Json = dict[str, Any]
PictureUrl = Callable[[Chart], str]

_FORM_JSON: TypeAdapter[Form] = TypeAdapter(Form)

PAGE_PREFIX = "demo-"
SLOTS = {name: f"{{{name}}}" for name in ("name", "count", "at", "place", "team", "kind", "title", "zone")}
"""The variables of the page's own texts; the page fills them in."""


def card_json(card: Card, picture_url: PictureUrl) -> Json:
    """A card as it is, each chart with the address of its picture."""
    shown: Json = CARD_JSON.dump_python(card, mode="json")
    for part, drawn in zip(card.parts, shown["parts"], strict=True):
        if isinstance(part, Chart):
            drawn["src"] = picture_url(part)
    return shown


def form_json(form: Form) -> Json:
    """A form as it is."""
    shown: Json = _FORM_JSON.dump_python(form, mode="json")
    return shown


@dataclass(frozen=True, slots=True)
class MessageView:
    """How one reader sees messages: in their own zone and language, with names from the roster."""

    reader: Person
    roster: Roster
    places: tuple[Place, ...]
    picture_url: PictureUrl

    def place_of(self, message: WebMessage) -> Place | None:
        """The conversation in which the reader sees the message, if they do."""
        return next((place for place in self.places if message.conversation in place.all), None)

    def json(self, message: WebMessage, place: Place) -> Json:
        """A message as it is drawn; `plain` is its text form, to be read out."""
        language = self.reader.language
        local = message.created_at.astimezone(self.reader.zone)
        author = next((each for each in self.roster.people if each.id == message.author), None)
        return {
            "id": message.id,
            "conversation": place.id,
            "author": author.name if author else "",
            "mine": message.author == self.reader.id,
            "text": message.text,
            "card": card_json(message.card, self.picture_url) if message.card else None,
            "plain": plain_text(message.card) if message.card else message.text,
            "at": message.created_at.isoformat(),
            "time": formats.time_of_day(local.time(), language),
            "moment": formats.moment(message.created_at, self.reader),
            "day": format_date(local.date(), "EEEE d MMMM", locale=f"{language}_GB"),
            "edited": message.edited,
            "only_you": message.conversation != place.id,
        }


def person_json(person: Person, roster: Roster) -> Json:
    """A person as they are shown to be picked."""
    language = person.language
    days = sorted(person.working_days) if person.working_days != MONDAY_TO_FRIDAY else []
    return {
        "id": person.id,
        "email": person.email,
        "name": person.name,
        "first_name": person.first_name,
        "role": person.role,
        "team_id": person.team_id,
        "marks": list(roster.marks(person)),
        "employment": person.employment.value,
        "language": language.value,
        "zone": formats.zone_name(person.zone) if person.timezone != "Europe/London" else "",
        "nation": person.nation.value,
        "days": []
        if person.working_days == MONDAY_TO_FRIDAY
        else [formats.weekday(day, language) for day in days],
    }


def roster_json(roster: Roster) -> Json:
    """Everyone, and who is worth being first."""
    return {
        "organisation": roster.organisation,
        "teams": [{"id": team.id, "name": team.name} for team in roster.teams],
        "people": [person_json(person, roster) for person in roster.people],
        "suggested": [{"email": each.email, "reason": each.reason} for each in roster.suggested],
    }


@cache
def page_texts(language: Language) -> Mapping[str, str]:
    """The page's own texts without their prefix; variables stay in braces."""
    words = words_for(language)
    own = sorted(key for key in keys_of(language) if key.startswith(PAGE_PREFIX))
    return {key.removeprefix(PAGE_PREFIX): words(key, **SLOTS) for key in own}


@cache
def commands_json(language: Language, is_hr: bool, leads: bool) -> list[Json]:
    """What can be typed, in the person's language: each example of each command and what it is for.

    What is for HR or for line managers only is offered to nobody else.
    """
    words = words_for(language)
    return [
        {"text": example, "help": words(f"command-{row}")}
        for command in explained(manages=leads, is_hr=is_hr)
        for row in rows_of(command)
        for example in examples_of(words, row)
    ]


@cache
def shortcuts_json(language: Language) -> list[Json]:
    """The shortcuts that can be taken from anywhere, in the person's language."""
    words = words_for(language)
    keys = {name: f"slack-shortcut-{name.replace('_', '-')}" for name in SHORTCUTS}
    return [{"name": name, "label": words(key), "help": words(f"{key}-description")} for name, key in keys.items()]
