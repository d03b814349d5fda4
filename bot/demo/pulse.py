"""The council's pulse: HR turns it on in the fifth of its weeks, and most people answer most questions."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from bot.demo.people import TENANT
from bot.demo.upkeep import Keeping
from core.chat.event import ActionChosen, TextReceived
from core.model.person import Person
from core.model.pulse import Rhythm
from core.schedule.pulse_times import first_opening, opening_after
from core.services.ask_pulse import round_id_of

_HR = "simon.achebe@ashcombevale.example"
_TURNED_ON = timedelta(weeks=4, hours=2)
_ANSWERED = timedelta(days=1, hours=1)
_QUESTIONS = 4
_SCORES = (2, 3, 3, 4, 4, 4, 5, 0)
"""Out of these an answer is drawn; 0 is none."""


def pulses(people: Sequence[Person], first: datetime) -> Iterator[Keeping]:
    """What is said after the `first` morning (UTC), in no order; nothing where HR is not there."""
    hr = next((person for person in people if person.email == _HR), None)
    if hr is None:
        return
    at = first + _TURNED_ON
    yield Keeping(at, hr, lambda origin: TextReceived(origin, "hr pulse on fortnightly"))
    opening = first_opening(Rhythm.FORTNIGHTLY, at)
    for _ in range(_QUESTIONS):
        round_id = round_id_of(TENANT.id, opening)
        for number, person in enumerate(people):
            drawn = sha256(f"{person.email} {opening:%V}".encode()).digest()[0] % len(_SCORES)
            if _SCORES[drawn]:
                yield _answered(
                    opening + _ANSWERED + number * timedelta(minutes=2), person, round_id, _SCORES[drawn]
                )
        opening = opening_after(Rhythm.FORTNIGHTLY, opening)


def _answered(at: datetime, person: Person, round_id: str, score: int) -> Keeping:
    return Keeping(at, person, lambda origin: ActionChosen(origin, "pulse.answer", f"{round_id}|{score}"))
