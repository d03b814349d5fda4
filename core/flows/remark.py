"""Saying something about one answer of a report's check-in, and replying to what was said."""

from core.cards import asking, greeting
from core.cards.remarks import KINDS, choice_label
from core.chat.card import Option, Paragraph, Tone
from core.chat.effect import NOTHING, Outcome, reply
from core.flows.about_objective import about_of, begin, new_subject, putting_aside, value_of
from core.flows.flow import Answers, Flow, Misfit, Progression, Scope, Step
from core.flows.inputs import FreeText
from core.flows.one_of import OneOf
from core.model.remark import RemarkKind
from core.services.remark_on_answer import (
    answer_remark,
    answers_in,
    keep,
    manager_above,
    new_reply,
    remarkable,
    thread_of,
)
from core.texts import formats
from core.turn import Turn

LONGEST = 2_000
"""Characters of a remark; a message quotes it whole on every platform."""


async def say(turn: Turn, checkin_id: str) -> Outcome:
    """Open the form about a report's check-in."""
    found = await remarkable(turn, checkin_id)
    if found is None:
        return reply(asking.gone(turn.words))
    checkin, owner = found
    if not await answers_in(turn, checkin):
        # What is still a draft is the person's alone.
        card = greeting.said(turn.words, "remark-nothing-title", "remark-nothing", name=owner.first_name)
        return reply(card)
    return await begin(turn, REMARK, new_subject(checkin_id), by_form=True)


async def _load(turn: Turn, subject: str) -> Scope | None:
    found = await remarkable(turn, about_of(subject))
    if found is None:
        return None
    words, (checkin, owner) = turn.words, found
    above = await manager_above(turn)
    answers = [Option(each.about, choice_label(words, each.objective)) for each in await answers_in(turn, checkin)]
    kinds = [
        Option(kind.value, words(f"remark-do-{kind.value}", above=above.name if above else ""))
        for kind in KINDS
        if kind is not RemarkKind.PASSED or above is not None
    ]
    intro = []
    if above is not None:
        intro.append(Paragraph(words("remark-intro-pass", name=owner.first_name, above=above.name), Tone.SUBTLE))
    return Scope(
        words("remark-card", name=owner.name),
        tuple(intro),
        accepts={
            "about": OneOf(tuple(answers), "remark-about-unclear"),
            "kind": OneOf(tuple(kinds), "remark-kind-unclear"),
        },
    )


def _check(scope: Scope, answers: Answers) -> Misfit | None:
    """A comment says something; a flag, or an answer passed up, may stand alone."""
    is_comment = value_of(answers, "kind") == RemarkKind.COMMENT
    given = answers.get("text")
    return Misfit("text", "remark-text-needed") if is_comment and given is not None and not given.value else None


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    about, kind, text = (value_of(progression.answers, step) for step in ("about", "kind", "text"))
    checkin_id, _, id_ = progression.subject.rpartition(".")
    return await keep(turn, id_, checkin_id, about, RemarkKind(kind), text)


REMARK: Flow = Flow(
    "remark",
    (
        Step("about", None, "reads-remark", required=True, essential=True),
        Step("kind", None, "reads-remark", required=True, essential=True),
        Step("text", FreeText(longest=LONGEST), "reads-remark"),
    ),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: REMARK),
    check=_check,
)


async def reply_to(turn: Turn, remark_id: str) -> Outcome:
    """Open the form for a reply."""
    return await begin(turn, REMARK_REPLY, new_reply(remark_id), by_form=True)


async def _load_reply(turn: Turn, subject: str) -> Scope | None:
    thread = await thread_of(turn, about_of(subject))
    if thread is None:
        return None
    words, remark = turn.words, thread.remark
    names = formats.both([each.name for each in thread.readers], words.language)
    intro = [Paragraph(text, Tone.QUOTE) for text in (remark.quoted, remark.text) if text]
    intro.append(Paragraph(words("remark-reply-reads", names=names), Tone.SUBTLE))
    return Scope(words("remark-reply-card", name=thread.readers[0].name), tuple(intro))


async def _record_reply(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    remark_id, _, id_ = progression.subject.rpartition(".")
    return await answer_remark(turn, id_, remark_id, value_of(progression.answers, "text"))


REMARK_REPLY: Flow = Flow(
    "remark_reply",
    (Step("text", FreeText(longest=LONGEST), "reads-remark-reply", required=True, essential=True),),
    load=_load_reply,
    record=_record_reply,
    snooze=putting_aside(_load_reply, lambda: REMARK_REPLY),
)
