"""Keep priorities and goals: who may, what would be wrong with a change, and how it is saved."""

from dataclasses import dataclass, replace
from uuid import NAMESPACE_OID, uuid4, uuid5

from core.model.aim import Aim, AimKind
from core.model.aim_rules import with_aim
from core.model.person import Person, Team
from core.permissions import Right, holds, may_keep_goals
from core.ports import Store

PRIORITIES, GOALS = "priorities", "goals"
"""What a subject's aims are: the organisation's priorities, or the goals of one team."""

_BETWEEN = "."


@dataclass(frozen=True, slots=True)
class Keeping:
    """What somebody keeps: the organisation's priorities (`team` None) or the goals of a team."""

    team: Team | None

    @property
    def kind(self) -> AimKind:
        """The kind of the aims that are kept."""
        return AimKind.PRIORITY if self.team is None else AimKind.GOAL

    def is_kept(self, aim: Aim) -> bool:
        """Whether the aim is among those that may be changed here."""
        if self.team is None:
            return aim.kind is AimKind.PRIORITY
        return aim.kind is AimKind.GOAL and aim.team_id == self.team.id

    def may_serve(self, aim: Aim) -> bool:
        """Whether what is kept here can serve `aim`: a goal anything, a priority other priorities."""
        return self.team is not None or aim.kind is AimKind.PRIORITY


def new_subject(keeping: Keeping) -> str:
    """A subject for one conversation about what is kept; its last part makes a repeat of it harmless."""
    kind = PRIORITIES if keeping.team is None else f"{GOALS}{_BETWEEN}{keeping.team.id}"
    return f"{kind}{_BETWEEN}{uuid4().hex}"


async def keeping_of(store: Store, person: Person, subject: str) -> Keeping | None:
    """What the subject is about, if the person may keep it; a subject that was made up is nothing."""
    about, _, _ = subject.rpartition(_BETWEEN)
    kind, _, team_id = about.partition(_BETWEEN)
    if kind == PRIORITIES and not team_id and holds(person, Right.KEEP_PRIORITIES):
        return Keeping(None)
    team = await store.people.team(team_id) if kind == GOALS and team_id else None
    return Keeping(team) if team is not None and may_keep_goals(person, team) else None


def new_aim(keeping: Keeping, tenant_id: str, subject: str, title: str) -> Aim:
    """An aim that follows from the subject, so that the same form sent twice is one aim.

    The id is worked out and never taken from a payload: nobody reaches another organisation's aims with it.
    """
    team_id = keeping.team.id if keeping.team else None
    return Aim(uuid5(NAMESPACE_OID, f"{tenant_id}|{subject}").hex, tenant_id, keeping.kind, title, None, team_id)


async def keep(store: Store, aim: Aim) -> None:
    """Save an aim, new ones behind all others; objectives take on a new title.

    Raises `AimRefused` where it would not fit.
    """
    aims = await store.aims.all(aim.tenant_id)
    known = {each.id: each.position for each in aims}
    last = max(known.values(), default=-1)
    placed = replace(aim, position=known.get(aim.id, last + 1))
    with_aim(aims, placed)
    await store.aims.save([placed])
    if aim.id in known:
        await store.objectives.name_priority(aim.id, aim.title)
