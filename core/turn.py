"""One turn of a conversation: who is speaking, where, when, and the store to work on."""

from dataclasses import dataclass
from datetime import date, datetime

from core.chat.event import Mention, Origin
from core.model.person import Person
from core.ports import FileRead, Store
from core.texts.texts import Words, words_for


@dataclass(frozen=True, slots=True)
class Turn:
    """What every handler of an event is given. `now` is the UTC instant at which the event is worked on."""

    person: Person
    origin: Origin
    store: Store
    now: datetime
    mentions: tuple[Mention, ...] = ()
    public_url: str = ""
    """Where a browser reaches Milepost, without a slash at its end; "" where none does."""

    read: FileRead | None = None
    """What was in the file that the event is about, where that was needed."""

    @property
    def words(self) -> Words:
        """The texts in the person's language."""
        return words_for(self.person.language)

    @property
    def today(self) -> date:
        """The date it is for the person."""
        return self.now.astimezone(self.person.zone).date()
