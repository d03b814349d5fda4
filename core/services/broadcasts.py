"""What all that is done with broadcasts shares: who may, what there is, and the messages that move along."""

from collections.abc import Sequence
from datetime import date, datetime

from core.cards import broadcast_reports as reports
from core.cards import greeting
from core.chat.effect import Outcome, Send, ToPerson, Update, reply
from core.model.audience import Audience, Clause, Filter, reasons
from core.model.broadcast import Broadcast, Progress
from core.model.person import Person
from core.model.requirements import Rules
from core.permissions import Right, holds
from core.ports import Store
from core.services.refuse_hr import refuse_hr
from core.services.training_standing import rules_of
from core.turn import Turn


async def find_broadcast(turn: Turn, broadcast_id: str) -> Broadcast | Outcome:
    """The broadcast with this id, for HR of its organisation; else the same refusal whatever was asked for."""
    if not holds(turn.person, Right.BROADCAST):
        return await refuse_hr(turn)
    found = await turn.store.broadcasts.by_id(broadcast_id)
    if found is None or found.tenant_id != turn.person.tenant_id:
        return reply(greeting.said(turn.words, "flow-gone-title", "flow-gone"))
    return found


async def who_and_why(
    store: Store, audience: Audience, ids: Sequence[str], today: date
) -> list[tuple[Person, tuple[Filter, ...]]]:
    """People of an audience with what they are in it for, in the order of `ids`; a few at a time."""
    people = await store.people.by_ids(ids)
    completions = await store.training.completions_of(ids) if audience.courses else []
    tenant_id = next((each.tenant_id for each in people.values()), "")
    rules = await rules_of(store, tenant_id) if audience.courses else Rules((), ())
    return [
        (
            people[id_],
            reasons(audience, people[id_], [each for each in completions if each.person_id == id_], today, rules),
        )
        for id_ in ids
        if id_ in people
    ]


async def asked_of(turn: Turn, audience: Audience) -> list[tuple[str, bool]]:
    """The courses by which the audience is chosen, and whether rules say who must have them."""
    if not audience.courses:
        return []
    rules = await rules_of(turn.store, turn.person.tenant_id)
    return [(title, rules.of(course_id).asks_someone) for course_id, title in audience.courses.items()]


async def why_nobody(
    store: Store, tenant_id: str, audience: Audience, today: date
) -> tuple[tuple[Clause, int] | None, bool]:
    """The first clause that leaves nobody, and of how many those before it had left; and whether exceptions do."""
    steps = [Audience(audience.all_of[: at + 1]) for at in range(len(audience.all_of))]
    alone = [Audience((clause,)) for clause in audience.all_of]
    counts = await store.broadcasts.counts(tenant_id, [*steps, *alone], today)
    together, by_itself = counts[: len(steps)], counts[len(steps) :]
    for clause, count in zip(audience.all_of, by_itself, strict=True):
        if count == 0:
            return (clause, 0), False
    for at, count in enumerate(together):
        if count == 0:
            return (audience.all_of[at], together[at - 1]), False
    return None, bool(audience.none_of)


async def people_named(store: Store, broadcast: Broadcast) -> dict[str, Person]:
    """Everyone whom the broadcast's row names, by id."""
    ids = (broadcast.author_id, broadcast.approved_by_id, broadcast.cancelled_by_id)
    return await store.people.by_ids([each for each in ids if each])


def progress_tag(broadcast: Broadcast) -> str:
    """The tag of the message that shows the author how far it has got."""
    return f"broadcast:{broadcast.id}:progress"


def message_tag(broadcast_id: str, person_id: str) -> str:
    """The tag of what one recipient gets."""
    return f"broadcast:{broadcast_id}:{person_id}"


def approval_tag(broadcast: Broadcast, person: Person) -> str:
    """The tag of the message that asks one colleague to approve."""
    return f"broadcast:{broadcast.id}:approval:{person.id}"


async def progress_message(store: Store, broadcast: Broadcast, now: datetime) -> tuple[Progress, Update]:
    """How far it has got, and the change of the author's message that says so; the same figures are told once."""
    found = await store.broadcasts.progress(broadcast.id, now)
    people = await people_named(store, broadcast)
    author = people[broadcast.author_id]
    card = reports.progress(author, broadcast, found, people)
    tag = progress_tag(broadcast)
    facts = f"{broadcast.state}:{broadcast.sent_at}:{broadcast.approved_at}:{found}"
    return found, Update(ToPerson(author.id), tag, card, f"{tag}:{facts}")


async def first_progress(turn: Turn, broadcast: Broadcast) -> Send:
    """The message that will show how far it has got, to its author."""
    found = await turn.store.broadcasts.progress(broadcast.id, turn.now)
    people = await people_named(turn.store, broadcast)
    author = people[broadcast.author_id]
    card = reports.progress(author, broadcast, found, people)
    tag = progress_tag(broadcast)
    platform = turn.origin.platform if author.id == turn.person.id else None
    return Send(ToPerson(author.id, platform), card, "broadcast-progress", f"{tag}:{turn.origin.event_id}", tag)


async def approvers(turn: Turn, broadcast: Broadcast) -> list[Person]:
    """Everyone else who may approve it."""
    return [
        each
        for each in await turn.store.people.beyond_staff(broadcast.tenant_id)
        if each.id != broadcast.author_id and holds(each, Right.BROADCAST) and each.employed_on(turn.today)
    ]


def stands(turn: Turn, broadcast: Broadcast) -> Outcome:
    """Where a broadcast stands, to who tapped once more or too late."""
    key = {"approval": "approval", "cancelled": "cancelled", "draft": "draft"}.get(
        broadcast.state.value, "scheduled"
    )
    return reply(greeting.said(turn.words, "broadcast-stands-title", f"broadcast-stands-{key}"))
