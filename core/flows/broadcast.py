"""Writing a broadcast: who, what, which button, and when; then it is shown before anything goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core.cards import broadcasts as cards
from core.cards import greeting
from core.cards.asking import carry_on
from core.cards.audiences import described
from core.chat.card import Card, Paragraph, Part, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import new_subject, putting_aside, value_of
from core.flows.broadcast_inputs import NOW, AudienceWords, SendTime, instant_of
from core.flows.flow import Answers, Flow, Misfit, Progression, Scope, Step, Values
from core.flows.inputs import FreeText, FutureDate, choice_of
from core.model.audience import Audience, Known
from core.model.broadcast import Broadcast, BroadcastState, Response, WhenAway
from core.model.broadcast_text import Variable, unknown_in, variables_in
from core.permissions import Right, holds
from core.services.broadcasts import asked_of, why_nobody
from core.services.tell import said
from core.services.write_broadcast import keep_draft, show_draft
from core.texts.texts import Words
from core.turn import Turn
from core.understanding.audiences import Unread, read_audience

LONGEST = 2_500
"""Characters of a text: what Slack shows as one block, and Teams without folding, with variables filled in."""

READS = "reads-broadcast"

_RESPONSE = choice_of(
    tuple((each.value, f"broadcast-response-{each.value}") for each in Response), "broadcast-response-unclear"
)
_AWAY = choice_of(
    (
        (WhenAway.ON_RETURN.value, "broadcast-away-on-return"),
        (WhenAway.LEAVE_OUT.value, "broadcast-away-leave-out"),
    ),
    "broadcast-away-unclear",
)


@dataclass(frozen=True, slots=True)
class _Background:
    """What reading an audience needs beside its words."""

    known: Known
    today: date

    def audience(self, words: str) -> Audience | None:
        try:
            return read_audience(words, self.known, self.today)
        except Unread:
            return None


def subject_for(turn: Turn) -> str:
    """A subject for a new broadcast; its last part becomes the broadcast's id."""
    return new_subject(turn.person.tenant_id)


def subject_of(broadcast: Broadcast) -> str:
    """The subject of the conversation that wrote a broadcast."""
    return f"{broadcast.tenant_id}.{broadcast.id}"


async def _load(turn: Turn, subject: str) -> Scope | None:
    tenant_id, _, broadcast_id = subject.rpartition(".")
    if not holds(turn.person, Right.BROADCAST) or tenant_id != turn.person.tenant_id:
        return None
    words = turn.words
    written = await turn.store.broadcasts.by_id(broadcast_id)
    closed = None
    if written is not None and (written.state is not BroadcastState.DRAFT or written.author_id != turn.person.id):
        closed = greeting.said(words, "broadcast-fixed-title", "broadcast-fixed")
    known = await turn.store.broadcasts.known(tenant_id)
    return Scope(
        words("broadcast-card"),
        (Paragraph(words("broadcast-intro"), Tone.SUBTLE),),
        accepts={
            "audience": AudienceWords(known),
            "when": SendTime(turn.now.astimezone(turn.person.zone)),
        },
        background=_Background(known, turn.today),
        closed=closed,
    )


def _has_due_date(values: Values) -> bool:
    return any(Variable.DUE_DATE in variables_in(values.get(step, "")) for step in ("text", "welsh"))


def _remark(words: Words, scope: Scope, answers: Answers, key: str | None) -> tuple[Part, ...]:
    """Whom it is for, as it was understood, where the text to them is asked for."""
    if key != "text" or not isinstance(scope.background, _Background):
        return ()
    audience = scope.background.audience(value_of(answers, "audience"))
    if audience is None:
        return ()
    return (Paragraph(words("broadcast-check-to", audience=described(words, audience))),)


def _check(scope: Scope, answers: Answers) -> Misfit | None:
    """Variables that nobody knows, and what needs a course where the audience has none."""
    background = scope.background
    assert isinstance(background, _Background)  # noqa: S101 - what `_load` puts there
    audience = background.audience(value_of(answers, "audience"))
    # Of an audience that cannot be read that much is said already.
    has_course = audience is None or len(audience.courses) == 1
    for step in ("text", "welsh"):
        text = value_of(answers, step)
        if (unknown := unknown_in(text)) is not None:
            return Misfit(step, "broadcast-variable-unknown", {"name": unknown[0], "near": unknown[1]})
        if Variable.COURSE in variables_in(text) and not has_course:
            return Misfit(step, "broadcast-variable-no-course")
    if value_of(answers, "response") == Response.TRAINING and not has_course:
        return Misfit("response", "broadcast-training-no-course")
    return None


async def _record(turn: Turn, progression: Progression) -> Outcome:
    # Where a form saves drafts, sending it in changes nothing any more.
    if not progression.finished:
        return NOTHING
    background = progression.scope.background
    answers = progression.answers
    audience = background.audience(value_of(answers, "audience")) if isinstance(background, _Background) else None
    if audience is None:
        return NOTHING
    misfit = _check(progression.scope, answers)
    if misfit is not None:
        # An answer that was changed on the way no longer fits one that was given before it.
        return _not_yet(turn, progression, turn.words(misfit.text, **misfit.args))
    count = (await turn.store.broadcasts.counts(turn.person.tenant_id, [audience], turn.today))[0]
    if count == 0:
        because, excepted = await why_nobody(turn.store, turn.person.tenant_id, audience, turn.today)
        parts = cards.nobody(turn.person, audience, because, await asked_of(turn, audience), is_exception=excepted)
        ways = carry_on(turn.words, BROADCAST, progression.subject)
        title = turn.words("audience-empty-title")
        return said(turn, Card(title, (*parts, ways), turn.words.language), "broadcast answer")
    draft = _draft(turn, progression, audience)
    if not await keep_draft(turn, draft):
        fixed = greeting.said(turn.words, "broadcast-fixed-title", "broadcast-fixed")
        return said(turn, fixed, "broadcast answer")
    return await show_draft(turn, draft)


def _not_yet(turn: Turn, progression: Progression, problem: str) -> Outcome:
    ways = carry_on(turn.words, BROADCAST, progression.subject)
    card = Card(progression.scope.title, (Paragraph(problem, Tone.WARNING), ways), turn.words.language)
    return said(turn, card, "broadcast answer")


def _draft(turn: Turn, progression: Progression, audience: Audience) -> Broadcast:
    answers = progression.answers
    values: Mapping[str, str] = {step.name: value_of(answers, step.name) for step in BROADCAST.steps}
    due = values["due"] if _has_due_date(values) else ""
    return Broadcast(
        id=progression.subject.rpartition(".")[2],
        tenant_id=turn.person.tenant_id,
        author_id=turn.person.id,
        audience=audience,
        text_en=values["text"],
        text_cy=values["welsh"],
        response=Response(values["response"] or Response.NONE),
        when_away=WhenAway(values["away"] or WhenAway.ON_RETURN),
        at_any_hour=values["when"] == NOW,
        send_at=instant_of(values["when"]),
        due_on=date.fromisoformat(due) if due else None,
        state=BroadcastState.DRAFT,
        created_at=turn.now,
    )


BROADCAST: Flow = Flow(
    "broadcast",
    (
        Step("audience", None, READS, required=True, essential=True),
        Step("text", FreeText(longest=LONGEST), READS, required=True, essential=True),
        Step("welsh", FreeText(longest=LONGEST), READS),
        Step("due", FutureDate(), READS, required=True, essential=True, when=_has_due_date, appears=True),
        Step("response", _RESPONSE, READS),
        Step("away", _AWAY, READS),
        Step("when", None, READS),
    ),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: BROADCAST),
    check=_check,
    remark=_remark,
)
