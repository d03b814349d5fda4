"""Keeping the organisation's values: a line each, the same in Welsh after a bar where it is called otherwise."""

from core.chat.card import Card, Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import begin, new_subject, putting_aside, value_of
from core.flows.flow import Answers, Flow, Misfit, Progression, Scope, Step
from core.flows.inputs import FreeText
from core.model.conversation import Given
from core.model.organisation_values import LONGEST, MOST, as_lines, read_lines
from core.permissions import Right, holds
from core.services.organisation_values import keep_values, named_or_usual
from core.services.refuse_hr import refuse_hr
from core.services.tell import said
from core.turn import Turn


async def hear_values(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr values`: the values there are, to be changed."""
    if not holds(turn.person, Right.KEEP_VALUES):
        return await refuse_hr(turn)
    lines = as_lines(await named_or_usual(turn.store, turn.person.tenant_id))
    given = {"lines": Given(lines, "")}
    return await begin(turn, KEEP_VALUES, new_subject(turn.person.tenant_id), given, by_form=by_menu)


async def _load(turn: Turn, subject: str) -> Scope | None:
    if not holds(turn.person, Right.KEEP_VALUES):
        return None
    words = turn.words
    return Scope(words("keep-values-title"), (Paragraph(words("keep-values-intro"), Tone.SUBTLE),))


def _check(scope: Scope, answers: Answers) -> Misfit | None:
    """What of the lines cannot be kept."""
    titles = [title for title, _ in read_lines(value_of(answers, "lines"))]
    long = next((title for title in titles if len(title) > LONGEST), None)
    if long is not None:
        return Misfit("lines", "keep-values-long", {"title": long, "longest": LONGEST})
    if len(titles) > MOST:
        return Misfit("lines", "keep-values-many", {"count": len(titles), "most": MOST})
    seen: set[str] = set()
    for title in titles:
        if title.casefold() in seen:
            return Misfit("lines", "keep-values-twice", {"title": title})
        seen.add(title.casefold())
    return None


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished or not holds(turn.person, Right.KEEP_VALUES):
        return NOTHING
    kept = await keep_values(turn.store, turn.person.tenant_id, read_lines(value_of(progression.answers, "lines")))
    words = turn.words
    lines = tuple(Paragraph(f"• {line}") for line in as_lines(kept).splitlines())
    intro = Paragraph(words("keep-values-kept" if kept else "keep-values-usual"))
    return said(turn, Card(words("keep-values-title"), (intro, *lines), words.language), "values")


KEEP_VALUES: Flow = Flow(
    "keep_values",
    (Step("lines", FreeText(), "reads-everyone", essential=True),),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: KEEP_VALUES),
    check=_check,
)
