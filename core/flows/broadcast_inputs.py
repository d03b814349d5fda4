"""The kinds of answer that writing a broadcast takes: an audience in plain words, and when it goes."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from core.chat.card import Input, Option
from core.flows.inputs import Field, NotUnderstood
from core.model.audience import Known
from core.model.person import Language
from core.texts import formats
from core.texts.texts import Words, words_for
from core.understanding.audiences import LONGEST, Unread, read_audience
from core.understanding.dates import read_moment

WORKING, NOW = "working", "now"
_WORDS = {
    WORKING: ("working", "working time", "in their working time", "oriau gwaith", "yn eu horiau gwaith"),
    NOW: ("now", "at once", "straight away", "right now", "ar unwaith", "nawr"),
}


@dataclass(frozen=True, slots=True)
class AudienceWords:
    """An audience in plain words, kept as they were typed and read anew where they are needed."""

    known: Known

    def read(self, text: str, today: date) -> str:
        """The words; raises `NotUnderstood` with what is nearest to those that say nothing known."""
        try:
            read_audience(text, self.known, today)
        except Unread as unread:
            key = f"audience-unread-{unread.what}"
            if unread.what == "words" and unread.near:
                key = "audience-unread-near"
            raise NotUnderstood(key, said=unread.said, near=", ".join(unread.near)) from None
        return text[:LONGEST]

    def show(self, value: str, language: Language) -> str:
        """The words."""
        return value

    def options(self, words: Words) -> tuple[Option, ...]:
        """None: there is no end to them."""
        return ()

    def field(self, field: Field, words: Words) -> Input:
        """Typed text."""
        return field.typed(multiline=True, max_length=LONGEST)


@dataclass(frozen=True, slots=True)
class SendTime:
    """`working`, `now`, or an ISO instant to come, read as seen from `now` in the zone of who writes."""

    now: datetime

    def read(self, text: str, today: date) -> str:
        """What was chosen or typed; raises `NotUnderstood`."""
        said = " ".join(text.casefold().strip(" .").split())
        for value, words in _WORDS.items():
            labels = {words_for(language)(f"broadcast-when-{value}").casefold() for language in Language}
            if said in words or said in labels:
                return value
        try:
            moment: datetime | None = datetime.fromisoformat(text)
        except ValueError:
            moment = read_moment(text, self.now)
        if moment is None or moment.tzinfo is None or moment <= self.now:
            raise NotUnderstood("broadcast-when-unclear")
        return moment.isoformat()

    def show(self, value: str, language: Language) -> str:
        """The words, or the moment with its zone."""
        if value in _WORDS:
            return words_for(language)(f"broadcast-when-{value}")
        instant = datetime.fromisoformat(value)
        zone = self.now.tzinfo
        return formats.moment_in(instant, zone, language) if isinstance(zone, ZoneInfo) else value

    def options(self, words: Words) -> tuple[Option, ...]:
        """The two that need no typing."""
        return tuple(Option(value, words(f"broadcast-when-{value}")) for value in _WORDS)

    def field(self, field: Field, words: Words) -> Input:
        """Typed text, so that a time can be said as people do."""
        shown = self.show(field.value, words.language) if field.value else ""
        return replace(field, value=shown).typed(placeholder=words("broadcast-when-placeholder"), max_length=100)


def instant_of(value: str) -> datetime | None:
    """The UTC instant of a stored answer; None for at once, and for no answer."""
    return None if value in ("", *_WORDS) else datetime.fromisoformat(value).astimezone(UTC)
