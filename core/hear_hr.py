"""What can be said after the word `hr`: each subject that HR keeps has its words and hears the rest itself.

Every one asks for its own right again; this keeps everyone else out, with the same words whatever was said.
"""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Protocol

from core import (
    hear_360,
    hear_aims,
    hear_benchmarks,
    hear_broadcasts,
    hear_compliance,
    hear_hr_training,
    hear_organisation,
    hear_privacy,
    hear_questions,
)
from core.cards import hr as cards
from core.chat.effect import Outcome, reply
from core.commands import HR_WORDS
from core.flows.import_service import hear_service
from core.flows.keep_values import hear_values
from core.permissions import Right, holds
from core.services import (
    import_shared_file,
    keep_share,
    look_after_messages,
    pulse,
    role_skills,
    set_up,
    show_review,
    show_wellbeing,
    verify_training,
)
from core.services.offer_download import hear_export
from core.services.refuse_hr import refuse_hr
from core.services.show_downtime import show_downtime
from core.turn import Turn
from core.understanding.commands import is_misspelling


class Hear(Protocol):
    """Hears what comes after one of HR's words; `by_menu` where a form can open at once."""

    def __call__(self, turn: Turn, rest: str, *, by_menu: bool) -> Coroutine[Any, Any, Outcome]: ...


def _plain(show: Callable[[Turn], Coroutine[Any, Any, Outcome]]) -> Hear:
    """For a word after which nothing more is said."""

    async def hear(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
        return await show(turn)

    return hear


SUBJECTS: Mapping[str, Hear] = {
    "priorities": hear_aims.hear_priorities,
    "broadcast": hear_broadcasts.hear_broadcast,
    "broadcasts": hear_broadcasts.hear_broadcasts,
    "organisation": hear_organisation.hear_organisation,
    "alignment": _plain(hear_aims.show_organisation),
    "pulse": pulse.hear_pulse,
    "questions": hear_questions.hear_hr_questions,
    "wellbeing": _plain(show_wellbeing.show_wellbeing),
    "values": hear_values,
    "courses": hear_hr_training.hear_courses,
    "completed": hear_hr_training.hear_completed,
    "compliance": hear_compliance.hear_compliance,
    "benchmarks": hear_benchmarks.hear_hr_benchmarks,
    "verify": _plain(verify_training.show_waiting),
    "reviews": _plain(show_review.show_organisation),
    "service": hear_service,
    "import": _plain(import_shared_file.show_how),
    "skills": role_skills.hear_role_skills,
    "360": hear_360.hear_hr_360,
    "export": hear_export,
    "downtime": _plain(show_downtime),
    "messages": _plain(look_after_messages.show),
    "privacy": hear_privacy.hear_hr_privacy,
    "limit": keep_share.hear_share,
    "setup": _plain(set_up.show),
}
"""What hears each subject of `core.commands.HR_WORDS`."""

_SUBJECT_OF = {word: subject for subject, words in HR_WORDS.items() for word in words}


async def hear_hr(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr` alone shows what HR can do; with a subject's word, misspelt or not, that subject hears the rest."""
    word, _, more = rest.strip().partition(" ")
    meant = is_misspelling(word.casefold(), tuple(_SUBJECT_OF))
    subject = _SUBJECT_OF.get(word.casefold()) or (_SUBJECT_OF[meant] if meant else None)
    # Directors see the organisation without being HR; whether they may is asked there.
    if subject != "organisation" and not holds(turn.person, Right.OPEN_HR):
        return await refuse_hr(turn)
    if subject is None:
        return reply(cards.menu(turn.person))
    return await SUBJECTS[subject](turn, more.strip(), by_menu=by_menu)
