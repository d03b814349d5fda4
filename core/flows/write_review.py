"""The forms of a review: the person's own words, the line manager's comments, and a last comment before signing.

Each text is kept as it is given, and what was written before is there already. A subject is `<review id>.<id>`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from core.cards.objectives import progress_bar
from core.cards.reviews import short
from core.chat.card import Paragraph, Part, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import about_of, begin, new_subject, putting_aside
from core.flows.flow import Flow, Item, Progression, Scope, Step
from core.flows.inputs import FreeText
from core.model.conversation import Given
from core.model.objective import ObjectiveState, Progress
from core.model.person import Person
from core.model.review import (
    COMMENT,
    HIGHLIGHTS,
    LONGEST_WORDS,
    NEXT_STEPS,
    OVERALL,
    Review,
    ReviewStage,
    ReviewWords,
    about_objective,
)
from core.model.review_pack import PackObjective
from core.permissions import Permission
from core.services.gather_review import gather
from core.services.hold_review import PURPOSE, ask_for_signatures
from core.services.show_review import find_review, overview
from core.services.tell import said
from core.texts.texts import Words
from core.turn import Turn

_READS, _READS_MANAGER = "reads-review", "reads-review-manager"
_OWN = "own"
_ITEM_OF = {"highlights": HIGHLIGHTS, "overall": OVERALL, "next-steps": NEXT_STEPS, "comment": COMMENT}
"""What the answer to a step is kept as; `own@<objective id>` is about an objective."""


@dataclass(frozen=True, slots=True)
class _Writing:
    """Who writes when: the permission that it takes and the stage at which it is open."""

    permission: Permission
    stage: ReviewStage
    with_objectives: bool = True


_PREPARING = _Writing(Permission.PREPARE_REVIEW, ReviewStage.PREPARING)
_ADDING = _Writing(Permission.ADD_TO_REVIEW, ReviewStage.WITH_MANAGER)
_COMMENTING = _Writing(Permission.PREPARE_REVIEW, ReviewStage.SIGNING, with_objectives=False)


def _key_of(item: str) -> str | None:
    """The question that an item's text answers."""
    step = next((step for step, kept in _ITEM_OF.items() if kept == item), None)
    objective_id = item.partition(":")[2]
    return step or (f"{_OWN}@{objective_id}" if objective_id else None)


def _item(key: str) -> str:
    step, _, objective_id = key.partition("@")
    return about_objective(objective_id) if objective_id else _ITEM_OF[step]


async def _found(turn: Turn, subject: str, writing: _Writing) -> tuple[Review, Person] | None:
    return await find_review(turn, about_of(subject), writing.permission)


async def _scope(turn: Turn, subject: str, writing: _Writing) -> Scope | None:
    found = await _found(turn, subject, writing)
    if found is None:
        return None
    review, person = found
    words = turn.words
    own = writing.permission is Permission.PREPARE_REVIEW
    title = words("review-write-title") if own else words("review-add-title", name=person.name)
    if review.stage is not writing.stage:
        return Scope(title, closed=await overview(turn, review, person))
    pack, _ = await gather(turn.store, review, person, turn.now)
    mine = [each for each in pack.words if each.by_id == turn.person.id and each.text]
    prefilled = {key: Given(each.text, each.text) for each in mine if (key := _key_of(each.item)) is not None}
    intro = (Paragraph(words("review-write-intro"), Tone.SUBTLE),)
    items = tuple(
        Item(each.objective.id, each.objective.title, _shown(words, each))
        for each in (pack.objectives if writing.with_objectives else ())
    )
    return Scope(title, intro, items, prefilled=prefilled)


def _shown(words: Words, shown: PackObjective) -> tuple[Part, ...]:
    """How it went, above the question; no figure while it is paused."""
    if shown.objective.state is ObjectiveState.PAUSED:
        return ()
    return (progress_bar(words, shown.objective, shown.result or Progress()),)


async def _keep(turn: Turn, progression: Progression, writing: _Writing) -> tuple[Review, Person] | None:
    """Keep what this event brought; None where it cannot be kept any more."""
    found = await _found(turn, progression.subject, writing)
    if found is None or found[0].stage is not writing.stage:
        return None
    answers: Mapping[str, Given] = progression.answers if progression.finished else progression.changed
    known = await turn.store.reviews.words_of(found[0].id)
    before = {each.item: each.text for each in known if each.by_id == turn.person.id}
    written = [
        ReviewWords(found[0].id, turn.person.id, _item(key), given.value, turn.now)
        for key, given in answers.items()
        if given.value != before.get(_item(key), "")
    ]
    await turn.store.reviews.save_words(written)
    return found


async def _load_write(turn: Turn, subject: str) -> Scope | None:
    return await _scope(turn, subject, _PREPARING)


async def _load_add(turn: Turn, subject: str) -> Scope | None:
    return await _scope(turn, subject, _ADDING)


async def _load_comment(turn: Turn, subject: str) -> Scope | None:
    return await _scope(turn, subject, _COMMENTING)


async def _record_write(turn: Turn, progression: Progression) -> Outcome:
    return await _record(turn, progression, _PREPARING)


async def _record_add(turn: Turn, progression: Progression) -> Outcome:
    return await _record(turn, progression, _ADDING)


async def _record(turn: Turn, progression: Progression, writing: _Writing) -> Outcome:
    if progression.draft:
        return NOTHING
    found = await _keep(turn, progression, writing)
    if found is None:
        return said(turn, short(turn.words, "review-changed-since"), PURPOSE)
    if not progression.finished:
        return NOTHING
    return said(turn, await overview(turn, *found, turn.words("review-kept")), PURPOSE)


async def _record_comment(turn: Turn, progression: Progression) -> Outcome:
    """A comment before signing is a change: there is a new version, and both are asked anew."""
    if not progression.finished:
        return NOTHING
    found = await _keep(turn, progression, _COMMENTING)
    if found is None:
        return said(turn, short(turn.words, "review-changed-since"), PURPOSE)
    return await ask_for_signatures(turn, *found)


def _text(reads: str, name: str, *, each: bool = False, required: bool = False) -> Step:
    return Step(name, FreeText(longest=LONGEST_WORDS), reads, each=each, required=required)


WRITE: Flow = Flow(
    "write_review",
    (_text(_READS, "highlights"), _text(_READS, _OWN, each=True)),
    load=_load_write,
    record=_record_write,
    snooze=putting_aside(_load_write, lambda: WRITE),
    texts="review-write",
)

ADD: Flow = Flow(
    "add_to_review",
    (
        _text(_READS_MANAGER, _OWN, each=True),
        _text(_READS_MANAGER, "overall"),
        _text(_READS_MANAGER, "next-steps"),
    ),
    load=_load_add,
    record=_record_add,
    snooze=putting_aside(_load_add, lambda: ADD),
    texts="review-add",
)

LAST_COMMENT: Flow = Flow(
    "comment_on_review",
    (_text("reads-review-manager", "comment", required=True),),
    load=_load_comment,
    record=_record_comment,
    snooze=putting_aside(_load_comment, lambda: LAST_COMMENT),
    texts="review-write",
)

FLOWS: tuple[Flow, ...] = (WRITE, ADD, LAST_COMMENT)


async def write(turn: Turn, flow: Flow, review_id: str, *, by_form: bool) -> Outcome:
    """Open the form about a review, or ask its questions in chat."""
    return await begin(turn, flow, new_subject(review_id), by_form=by_form)
