"""Bringing in what service users said: HR pastes a survey's rows."""

from dataclasses import replace

from core.cards.asking import carry_on
from core.cards.imported import imported
from core.chat.card import Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import begin, new_subject, putting_aside, value_of
from core.flows.flow import Flow, Progression, Scope, Step
from core.flows.inputs import FreeText
from core.permissions import Right, holds
from core.services.import_report import Report, refused
from core.services.import_service_feedback import import_service_feedback
from core.services.import_text import UnreadableFile, rows_of_text
from core.services.refuse_hr import refuse_hr
from core.services.tell import said
from core.turn import Turn


async def hear_service(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr service`: asks for the rows."""
    if not holds(turn.person, Right.IMPORT_SERVICE_FEEDBACK):
        return await refuse_hr(turn)
    return await begin(turn, IMPORT_SERVICE, new_subject(turn.person.tenant_id), {}, by_form=by_menu)


async def _load(turn: Turn, subject: str) -> Scope | None:
    if not holds(turn.person, Right.IMPORT_SERVICE_FEEDBACK):
        return None
    intro = Paragraph(turn.words("service-import-intro"), Tone.SUBTLE)
    return Scope(turn.words("service-import-title"), (intro,))


async def _record(turn: Turn, progression: Progression) -> Outcome:
    may_import = holds(turn.person, Right.IMPORT_SERVICE_FEEDBACK)
    if not (progression.finished and progression.changed and may_import):
        return NOTHING
    report = await _imported(turn, value_of(progression.answers, "rows"))
    key = "service-import-refused" if report.is_refused else "service-import-done"
    card = replace(imported(report, turn.person.language), title=turn.words(key))
    if report.is_refused:
        # The rows are still there, to be put right.
        card = replace(card, parts=(*card.parts, carry_on(turn.words, IMPORT_SERVICE, progression.subject)))
    return said(turn, card, "service feedback")


async def _imported(turn: Turn, text: str) -> Report:
    try:
        return await import_service_feedback(turn.store, turn.person.tenant_id, rows_of_text(text), turn.now)
    except UnreadableFile as unreadable:
        return refused([unreadable.problem])


IMPORT_SERVICE: Flow = Flow(
    "import_service",
    (Step("rows", FreeText(), "reads-service", required=True, essential=True),),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: IMPORT_SERVICE),
)
