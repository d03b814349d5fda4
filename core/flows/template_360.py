"""HR changes what 360 rounds ask; rounds that are open keep their own words."""

from core.chat.card import Card, Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import begin, new_subject, putting_aside, value_of
from core.flows.flow import Answers, Flow, Misfit, Progression, Scope, Step
from core.flows.inputs import FreeText
from core.model.conversation import Given
from core.model.organisation_values import read_lines
from core.model.questions import Wording
from core.model.round_360 import Line, Template, TemplateVersion
from core.permissions import Right, holds
from core.services.open_360 import template_of
from core.services.refuse_hr import refuse_hr
from core.services.tell import said
from core.turn import Turn

_MOST = {"lines": 10, "opens": 3}
_LONGEST = 150
_BAR = "|"


async def hear_template(turn: Turn, *, by_menu: bool) -> Outcome:
    """`hr 360 template`: the lines there are, to be changed."""
    if not holds(turn.person, Right.KEEP_QUESTIONS):
        return await refuse_hr(turn)
    now = await template_of(turn.store, turn.person.tenant_id)
    given = {"lines": Given(_written(now.competencies), ""), "opens": Given(_written(now.open_questions), "")}
    return await begin(turn, TEMPLATE_360, new_subject(turn.person.tenant_id), given, by_form=by_menu)


def _written(lines: tuple[Line, ...]) -> str:
    both = ((each.wording.en, each.wording.cy) for each in lines)
    return "\n".join(f" {_BAR} ".join(text for text in (en, cy) if text) for en, cy in both)


def _read(text: str, ids: str) -> tuple[Line, ...]:
    """The lines as they were written, with ids in their order."""
    return tuple(Line(id_, Wording(en, cy)) for id_, (en, cy) in zip(ids, read_lines(text), strict=False))


async def _load(turn: Turn, subject: str) -> Scope | None:
    if not holds(turn.person, Right.KEEP_QUESTIONS):
        return None
    return Scope(turn.words("round-template"), (Paragraph(turn.words("template-360-intro"), Tone.SUBTLE),))


def _check(scope: Scope, answers: Answers) -> Misfit | None:
    """What of the lines cannot be kept."""
    for step, most in _MOST.items():
        texts = [text for pair in read_lines(value_of(answers, step)) for text in pair]
        long = next((text for text in texts if len(text) > _LONGEST), None)
        if long is not None:
            return Misfit(step, "template-360-long", {"line": long, "longest": _LONGEST})
        if len(texts) // 2 > most:
            return Misfit(step, "template-360-many", {"most": most})
    return None


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished or not holds(turn.person, Right.KEEP_QUESTIONS):
        return NOTHING
    store, tenant_id, words = turn.store, turn.person.tenant_id, turn.words
    lines, opens = (value_of(progression.answers, step) for step in _MOST)
    template = Template(_read(lines, "1234567890"), _read(opens, "abc"))
    newest = await store.rounds_360.template(tenant_id)
    version = newest.version + 1 if newest else 1
    kept = TemplateVersion(tenant_id, version, template, turn.person.id, turn.now)
    await store.rounds_360.save_template(kept)
    shown = tuple(
        Paragraph(f"• {each.wording.read_in(words.language)}")
        for each in (*template.competencies, *template.open_questions)
    )
    card = Card(words("round-template"), (Paragraph(words("template-360-kept")), *shown), words.language)
    return said(turn, card, "360 round")


TEMPLATE_360: Flow = Flow(
    "template_360",
    (
        Step("lines", FreeText(), "reads-everyone", required=True, essential=True),
        Step("opens", FreeText(), "reads-everyone", required=True, essential=True),
    ),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: TEMPLATE_360),
    check=_check,
)
