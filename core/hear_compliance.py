"""What HR asks about training as a whole, and what a line manager asks about the team's.

Each that is called asks for the right again.
"""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from secrets import token_urlsafe

from rapidfuzz import fuzz, process

from core.cards import compliance as cards
from core.chat.card import Card
from core.chat.effect import Outcome, Send, ToPerson, reply
from core.model.compliance import SOON_DAYS
from core.model.requirements import Standing, State
from core.model.training import Course
from core.permissions import Permission, Right, holds, may
from core.services.compliance import Slice, compliance, overdue
from core.services.refuse_hr import refuse_hr
from core.services.training_standing import rules_of, standing_of
from core.turn import Turn

SURE = 85
"""How alike (0 to 100) what was said and a name must be to be meant."""

LIKE = 55
"""How alike they must be to be offered."""

OFFERED = 4

_OVERDUE = re.compile(r"^(?:overdue|hwyr)\b\s*(?:list|rhestr)?\s*", re.IGNORECASE)
_KIND = re.compile(
    r"^(?:(?:for|in|ar gyfer)\s+)?(?:(?:team|course|role|tîm|tim|cwrs|swydd)[:\s]+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Place:
    """A course, team or job title that can be looked at alone; `id` is what a button carries of it."""

    id: str
    name: str
    of: Slice
    kind: str


_EVERYTHING = Place("", "", Slice(), "")


@dataclass(frozen=True, slots=True)
class Places:
    """Everything that can be looked at: by id, and what each is called, in either language."""

    by_id: Mapping[str, Place]
    called: Sequence[tuple[str, Place]]

    def names(self, kind: str) -> dict[str, str]:
        """What those of a kind are called, by the id of the thing itself."""
        return {
            each.id.partition(":")[2]: each.name for each in self.by_id.values() if each.kind == kind and each.id
        }

    def named(self, said: str) -> tuple[Place | None, tuple[Place, ...]]:
        """The one that is meant, where that is clear, and those like it."""
        wanted = said.casefold()
        for name, place in self.called:
            if name.casefold() == wanted:
                return place, (place,)
        near = process.extract(
            wanted,
            [name for name, _ in self.called],
            scorer=fuzz.WRatio,
            processor=str.casefold,
            score_cutoff=LIKE,
            limit=OFFERED,
        )
        like = tuple(dict.fromkeys(self.called[at][1].id for _, _, at in near))
        sure = tuple(dict.fromkeys(self.called[at][1].id for _, score, at in near if score >= SURE))
        return self.by_id[sure[0]] if len(sure) == 1 else None, tuple(self.by_id[each] for each in like)


async def _places(turn: Turn) -> Places:
    store, tenant_id, language = turn.store, turn.person.tenant_id, turn.person.language
    found: list[tuple[str, Place]] = []
    for course in await store.training.courses(tenant_id):
        if not course.retired:
            place = Place(f"course:{course.id}", course.title_in(language), Slice(course_id=course.id), "course")
            found += [(title, place) for title in (course.title, course.title_cy) if title]
    for team in await store.people.teams(tenant_id):
        found.append((team.name, Place(f"team:{team.id}", team.name, Slice(team_id=team.id), "team")))
    for role in sorted({each.role for each in await store.training.learners(tenant_id)} - {""}):
        found.append((role, Place(f"role:{role}", role, Slice(role=role), "role")))
    return Places({place.id: place for _, place in found}, found)


async def hear_compliance(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr compliance`, of everything or of a course, team or job title, and `hr compliance overdue`."""
    if not holds(turn.person, Right.SEE_COMPLIANCE):
        return await refuse_hr(turn)
    said = rest.strip(" .?!")
    show = _show
    if _OVERDUE.match(said):
        show, said = _show_overdue, _OVERDUE.sub("", said, count=1)
    if not said:
        return await show(turn, _EVERYTHING, await _places(turn))
    places = await _places(turn)
    bare = _KIND.sub("", said, count=1)
    place, near = places.named(said)
    if place is None and bare != said:
        place, near = places.named(bare)
    if place is None:
        return reply(cards.unknown(turn.words, said, [(each.id, each.name) for each in near]))
    return await show(turn, place, places)


async def _show(turn: Turn, place: Place, places: Places) -> Outcome:
    found = await compliance(turn.store, turn.person.tenant_id, turn.today, place.of)
    kinds = [each for each in ("course", "team", "role") if each != place.kind]
    names = {each: places.names(each) for each in kinds}
    card = cards.dashboard(turn.words, found, place.name, place.id, names, token_urlsafe(24))
    return _sent(turn, card)


def _sent(turn: Turn, card: Card) -> Outcome:
    """By the outbox, for its picture is drawn on the way."""
    to = ToPerson(turn.person.id, turn.origin.platform)
    return Outcome(durable=(Send(to, card, "training compliance", f"compliance:{turn.origin.event_id}"),))


async def _show_overdue(turn: Turn, place: Place, places: Places) -> Outcome:
    found = await overdue(turn.store, turn.person.tenant_id, turn.today, place.of)
    shown = found[: cards.OVERDUE_SHOWN]
    managers = await turn.store.people.by_ids(list({each.manager_id for _, each, _ in shown if each.manager_id}))
    return reply(cards.overdue(turn.words, found, managers, place.name, place.id))


def _button(
    show: Callable[[Turn, Place, Places], Awaitable[Outcome]],
) -> Callable[[Turn, str], Awaitable[Outcome]]:
    async def tapped(turn: Turn, value: str) -> Outcome:
        if not holds(turn.person, Right.SEE_COMPLIANCE):
            return await refuse_hr(turn)
        places = await _places(turn)
        return await show(turn, places.by_id.get(value, _EVERYTHING), places)

    return tapped


ACTIONS: dict[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "compliance.show": _button(_show),
    "compliance.overdue": _button(_show_overdue),
    "team.training": lambda turn, _: show_team_training(turn),
}
"""What each button about these does, by the action's name."""


async def show_team_training(turn: Turn) -> Outcome:
    """`team training`: what one's own direct reports lack, or what runs out soon."""
    today = turn.today
    reports = [
        each
        for each in await turn.store.people.reports_of(turn.person.id)
        if each.employed_on(today) and may(turn.person, Permission.READ_TRAINING, each)
    ]
    rules = await rules_of(turn.store, turn.person.tenant_id)
    todo: dict[str, list[tuple[Standing, Course]]] = {each.id: [] for each in reports}
    for each in await standing_of(turn.store, reports, today, rules):
        is_near = each.due_on is not None and (each.due_on - today).days <= SOON_DAYS
        if each.required and (each.state is not State.HELD or is_near):
            todo[each.person_id].append((each, rules.courses[each.course_id]))
    for mine in todo.values():
        mine.sort(key=lambda pair: (pair[0].due_on or date.max, pair[1].title))
    busy = [(each, todo[each.id]) for each in reports if todo[each.id]]
    return reply(cards.team(turn.words, busy, len(reports), today))
