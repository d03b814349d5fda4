"""Adding, renaming and moving priorities (HR) and goals (a team's lead), in a form or a question at a time."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from core.cards import alignment as cards
from core.cards.asking import stopped
from core.chat.card import Card
from core.chat.effect import NOTHING, Outcome, Send, ToPerson
from core.flows.aim_inputs import NO_AIM, AimOf
from core.flows.flow import Answers, Flow, Misfit, Progression, Scope, Step
from core.flows.inputs import FreeText, InputKind
from core.model.aim import Aim
from core.model.aim_rules import (
    LONGEST_TITLE,
    AimRefused,
    EmptyTitle,
    GoesRound,
    LongTitle,
    ServesGoal,
    TitleTaken,
    UnknownParent,
    with_aim,
)
from core.model.conversation import Given
from core.services.alignment import aim_labels
from core.services.import_cells import plain
from core.services.keep_aims import Keeping, keep, keeping_of, new_aim
from core.turn import Turn
from core.understanding.dates import read_moment


@dataclass(frozen=True, slots=True)
class Background:
    """What a change is held against: what is kept, and all aims of the organisation as they are."""

    keeping: Keeping
    aims: tuple[Aim, ...]
    tenant_id: str
    subject: str

    def known(self, answers: Answers) -> Aim | None:
        """The aim that is to be changed, once it was said which."""
        which = answers.get("which")
        return next((aim for aim in self.aims if which and aim.id == which.value), None)


def _background(scope: Scope) -> Background:
    if not isinstance(scope.background, Background):
        raise TypeError("the scope is another flow's")
    return scope.background


def _aim(background: Background, answers: Answers) -> Aim | None:
    """The aim as the answers have it; None until it is known which."""
    said, serves = answers.get("title"), answers.get("serves")
    title = plain(said.value or said.text) if said else ""
    if "which" in answers:
        start = background.known(answers)
        if start is None:
            return None
        aim = replace(start, title=title) if said else start
    else:
        aim = new_aim(background.keeping, background.tenant_id, background.subject, title)
    if serves is None or (not serves.value and "which" in answers):
        return aim
    return replace(aim, parent_id=None if serves.value in ("", NO_AIM) else serves.value)


def _check(scope: Scope, answers: Answers) -> Misfit | None:
    """What would be wrong with the aim, at the question that puts it right."""
    background = _background(scope)
    aim = _aim(background, answers)
    if aim is None or ("title" not in answers and "which" not in answers):
        return None
    try:
        with_aim(background.aims, aim)
    except AimRefused as refused:
        return _misfit(refused)
    return None


def _misfit(refused: AimRefused) -> Misfit:
    match refused:
        case EmptyTitle():
            return Misfit("title", "aim-title-empty")
        case LongTitle(length=length):
            return Misfit("title", "aim-title-long", {"length": length, "longest": LONGEST_TITLE})
        case TitleTaken(other=other):
            return Misfit("title", "aim-title-taken", {"title": other.title})
        case GoesRound(circle=circle):
            path = " → ".join([*(aim.title for aim in circle), circle[0].title])
            return Misfit("serves", "aim-goes-round", {"path": path})
        case ServesGoal(goal=goal):
            return Misfit("serves", "aim-serves-goal", {"goal": goal.title})
        case UnknownParent() | _:
            return Misfit("serves", "aim-parent-gone")


def _load(title: str) -> Callable[[Turn, str], Awaitable[Scope | None]]:
    async def load(turn: Turn, subject: str) -> Scope | None:
        keeping = await keeping_of(turn.store, turn.person, subject)
        if keeping is None:
            return None
        aims = tuple(await turn.store.aims.all(turn.person.tenant_id))
        return Scope(
            turn.words(f"{title}-{keeping.kind}"),
            accepts=_accepts(turn, keeping, aims),
            background=Background(keeping, aims, turn.person.tenant_id, subject),
        )

    return load


def _accepts(turn: Turn, keeping: Keeping, aims: tuple[Aim, ...]) -> dict[str, InputKind]:
    labels = aim_labels(turn.words, aims)

    def choice(chosen: list[Aim], none: str) -> AimOf:
        return AimOf(chosen, [labels[aim.id] for aim in chosen], none)

    return {
        "which": choice([aim for aim in aims if keeping.is_kept(aim)], ""),
        "serves": choice([aim for aim in aims if keeping.may_serve(aim)], f"aim-serves-nothing-{keeping.kind}"),
    }


def _record(done: str) -> Callable[[Turn, Progression], Awaitable[Outcome]]:
    async def record(turn: Turn, progression: Progression) -> Outcome:
        background = _background(progression.scope)
        aim = _aim(background, progression.answers)
        if aim is None or not progression.finished:
            return NOTHING
        try:
            await keep(turn.store, aim)
        except AimRefused as refused:
            # Only where the tree was changed between the question and this: said, and left to be done again.
            misfit = _misfit(refused)
            return _tell(turn, cards.refused(turn.words, turn.words(misfit.text, **misfit.args)))
        card = await kept_card(turn, background.keeping, turn.words(done, title=aim.title))
        return _tell(turn, card)

    return record


async def kept_card(turn: Turn, keeping: Keeping, notice: str = "") -> Card:
    """All that is kept, after a change or when it was asked for."""
    aims = await turn.store.aims.all(turn.person.tenant_id)
    names = {team.id: team.name for team in await turn.store.people.teams(turn.person.tenant_id)}
    return cards.kept(turn.words, keeping, aims, names, notice)


def _tell(turn: Turn, card: Card) -> Outcome:
    origin = turn.origin
    key = f"aims:{origin.platform}:{origin.workspace}:{origin.event_id}"
    return Outcome(durable=(Send(ToPerson(turn.person.id, origin.platform), card, "alignment", key),))


def answer(aim: Aim | None) -> Given:
    """An aim as the answer that names it; None as no aim."""
    return Given(aim.title, aim.id) if aim else Given(NO_AIM, NO_AIM)


def _snooze(name: str) -> Callable[[Turn, str, str], Awaitable[Outcome]]:
    async def snooze(turn: Turn, subject: str, when: str) -> Outcome:
        """Put the conversation aside and offer to carry on at the time said, or in two hours."""
        flow = next(each for each in KEEP_AIMS if each.name == name)
        conversation = await turn.store.conversations.get(turn.person.id, name, subject)
        scope = await flow.load(turn, subject)
        if conversation is None or scope is None:
            return NOTHING
        await turn.store.conversations.save(replace(conversation, active=False, updated_at=turn.now))
        card = stopped(turn.words, scope, flow, subject, len(conversation.answers))
        to = ToPerson(turn.person.id, turn.origin.platform)
        now = Send(to, card, "conversation", f"put-off:{turn.origin.event_id}")
        at = read_moment(when or "2h", turn.now.astimezone(turn.person.zone))
        again = (replace(now, key=f"again:{turn.origin.event_id}", not_before=at),) if at else ()
        return Outcome(durable=(now, *again))

    return snooze


_TITLE = Step(
    "title",
    FreeText(multiline=False, longest=LONGEST_TITLE),
    reads="reads-everyone",
    required=True,
    essential=True,
)
_WHICH = Step("which", None, reads="reads-everyone", required=True, essential=True)
_SERVES = Step("serves", None, reads="reads-everyone")

ADD_AIM = Flow(
    "add_aim",
    (_TITLE, _SERVES),
    load=_load("add-aim-card"),
    record=_record("aim-added"),
    snooze=_snooze("add_aim"),
    check=_check,
)
RENAME_AIM = Flow(
    "rename_aim",
    (_WHICH, _TITLE),
    load=_load("rename-aim-card"),
    record=_record("aim-renamed"),
    snooze=_snooze("rename_aim"),
    check=_check,
)
MOVE_AIM = Flow(
    "move_aim",
    (_WHICH, replace(_SERVES, required=True, essential=True)),
    load=_load("move-aim-card"),
    record=_record("aim-moved"),
    snooze=_snooze("move_aim"),
    check=_check,
)

KEEP_AIMS: tuple[Flow, ...] = (ADD_AIM, RENAME_AIM, MOVE_AIM)
"""Every flow of this file, by which each finds itself again."""
