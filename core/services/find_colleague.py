"""Find the colleague that someone mentions or names: of the same organisation, and employed now."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from core.chat.looked_up import id_in, label_in
from core.model.person import Person
from core.turn import Turn

SURE_OF_NAME = 80
"""How alike (0 to 100) a typed name and a person's must be to be offered."""

OFFERED = 4


@dataclass(frozen=True, slots=True)
class Colleagues:
    """`one` where it is beyond doubt who is meant; else `near` are those it might be."""

    one: Person | None = None
    near: tuple[Person, ...] = ()


async def find_colleague(turn: Turn, said: str) -> Colleagues:
    """Who is meant, chosen or named; a name that is only alike is offered and never taken for certain."""
    if (chosen := id_in(said)) and (person := await colleague_by_id(turn, chosen)) is not None:
        return Colleagues(person)
    if turn.mentions:
        user = turn.mentions[0].user
        person = await turn.store.people.by_account(turn.origin.platform, turn.origin.workspace, user)
        return Colleagues(person) if person and _can_own(turn, person) else Colleagues()
    wanted = " ".join(label_in(said).strip().removeprefix("@").strip(" .").casefold().split())
    if not wanted:
        return Colleagues()
    containing = [
        each for each in await turn.store.people.search(turn.person.tenant_id, wanted) if _can_own(turn, each)
    ]
    exact = [each for each in containing if wanted in (each.name.casefold(), each.email)]
    if not exact:
        exact = [each for each in containing if each.first_name.casefold() == wanted]
    if len(exact) == 1:
        return Colleagues(exact[0])
    if containing:
        return Colleagues(None, tuple(exact or containing)[:OFFERED])
    return Colleagues(None, await _alike(turn, wanted))


async def everyone_named(turn: Turn, names: Sequence[str], most: int) -> tuple[list[Person], list[str]]:
    """Those who are mentioned or named, each once, and the names that fit nobody or several.

    No more than `most` and one are looked at: enough to see that they are too many.
    """
    found: dict[str, Person] = {}
    unclear: list[str] = []
    if turn.mentions:
        for mention in turn.mentions[: most + 1]:
            person = await turn.store.people.by_account(turn.origin.platform, turn.origin.workspace, mention.user)
            if person is None or person.tenant_id != turn.person.tenant_id:
                unclear.append(mention.text)
            else:
                found[person.id] = person
        return list(found.values()), unclear
    for name in names[: most + 1]:
        person = (await find_colleague(turn, name)).one
        if person is None:
            unclear.append(name)
        else:
            found[person.id] = person
    return list(found.values()), unclear


async def colleague_by_id(turn: Turn, person_id: str) -> Person | None:
    """The colleague with this id."""
    person = (await turn.store.people.by_ids([person_id])).get(person_id)
    return person if person and _can_own(turn, person) else None


async def _alike(turn: Turn, wanted: str) -> tuple[Person, ...]:
    everyone = [each for each in await turn.store.people.all(turn.person.tenant_id) if _can_own(turn, each)]
    names = [each.name.casefold() for each in everyone]
    near = process.extract(wanted, names, scorer=fuzz.WRatio, score_cutoff=SURE_OF_NAME, limit=OFFERED)
    return tuple(everyone[index] for _name, _score, index in near)


def _can_own(turn: Turn, person: Person) -> bool:
    return person.tenant_id == turn.person.tenant_id and person.employed_on(turn.today)
