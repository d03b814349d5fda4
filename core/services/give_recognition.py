"""Thank a colleague: privately first, and before the team only once the receiver has agreed."""

from dataclasses import replace

from core.cards import asking, greeting
from core.cards import recognition as cards
from core.chat.effect import NOTHING, Durable, Outcome, Send, ToChannel, ToPerson, Update, reply
from core.model.objective import Objective
from core.model.person import Language, Person
from core.model.recognition import Recognition, Sharing
from core.permissions import Permission, may
from core.services.digest_recognition import digest_timer, month_of
from core.services.find_objective import find_all, standing_of
from core.services.organisation_values import value_label
from core.services.tell import said, to_self
from core.turn import Turn

SHOWN = 10


async def objectives_known_to(turn: Turn, receiver: Person) -> list[Objective]:
    """The receiver's objectives that the person may see: all as their line manager, else those the two share."""
    if may(turn.person, Permission.SEE_OBJECTIVES, receiver):
        return await standing_of(turn, receiver)
    shared = await turn.store.objectives.standing_for([turn.person.id])
    found = await find_all(turn, [each.id for each in shared.get(turn.person.id, [])], Permission.SEE_OBJECTIVE)
    return [each.objective for each in found.values() if receiver.id in (each.owner.id, *each.sharing)]


async def give(
    turn: Turn,
    recognition_id: str,
    receiver: Person,
    text: str,
    value: str,
    *,
    for_team: bool,
    objective_id: str | None = None,
) -> Outcome:
    """Keep the thanks and bring them to the receiver, once; `for_team` where the giver would have them shared.

    `objective_id` is one of the receiver's that the giver may see, if the thanks are about one.
    """
    store, giver = turn.store, turn.person
    if await store.recognitions.by_id(recognition_id) is not None:
        return said(turn, greeting.said(turn.words, "recognition-already-title", "recognition-already"))
    team = await store.people.team(receiver.team_id) if receiver.team_id else None
    can_share = team is not None and team.channel is not None
    sharing = Sharing.OFFERED if for_team and can_share else Sharing.PRIVATE
    given = Recognition(recognition_id, giver.tenant_id, giver.id, receiver.id, text, value, sharing, turn.now)
    given = replace(given, objective_id=objective_id)
    await store.recognitions.save(given)
    reads = "recognition-sent-private"
    if for_team:
        reads = "recognition-sent-offered" if can_share else "recognition-sent-no-channel"
    name = receiver.first_name
    own = cards.sent(giver, given, receiver, await _label(turn, given, giver), turn.words(reads, name=name))
    theirs = cards.received(
        receiver,
        given,
        giver,
        await _label(turn, given, receiver),
        team.name if team else "",
        await _objective(turn, given),
    )
    tag = _tag(given)
    return Outcome(
        durable=(
            to_self(turn, own, "recognition-sent"),
            Send(ToPerson(receiver.id), theirs, "recognition", tag, tag),
        )
    )


async def share(turn: Turn, recognition_id: str) -> Outcome:
    """The receiver agrees that the team reads it."""
    return await _decide(turn, recognition_id, Sharing.SHARED)


async def keep(turn: Turn, recognition_id: str) -> Outcome:
    """The receiver keeps it to themselves."""
    return await _decide(turn, recognition_id, Sharing.KEPT)


async def _decide(turn: Turn, recognition_id: str, sharing: Sharing) -> Outcome:
    given = await own_recognition(turn, recognition_id)
    if given is None:
        return reply(asking.gone(turn.words))
    if given.sharing is not Sharing.OFFERED:
        return NOTHING
    receiver = turn.person
    team = await turn.store.people.team(receiver.team_id) if receiver.team_id else None
    if sharing is Sharing.SHARED and (team is None or team.channel is None):
        # The team they have moved to since has no channel.
        sharing = Sharing.KEPT
    decided = replace(given, sharing=sharing, decided_at=turn.now)
    if sharing is Sharing.SHARED and team is not None:
        decided = replace(decided, team_id=team.id)
    await turn.store.recognitions.save(decided)
    people = await turn.store.people.by_ids([given.giver_id, *([team.lead_id] if team and team.lead_id else [])])
    giver = people[given.giver_id]
    name = team.name if team else ""
    card = cards.received(
        receiver,
        decided,
        giver,
        await _label(turn, decided, receiver),
        name,
        await _objective(turn, decided),
    )
    tag = _tag(decided)
    effects: list[Durable] = [Update(ToPerson(receiver.id), tag, card, f"{tag}:{sharing}")]
    if sharing is Sharing.SHARED and team is not None and team.channel is not None:
        lead = people.get(team.lead_id or "")
        await turn.store.timers.set([digest_timer(team, lead, month_of(turn.now, team))])
        language = lead.language if lead else Language.EN
        label = await value_label(turn.store, decided.tenant_id, decided.value, language)
        post = cards.for_channel(decided, giver, receiver, label, language)
        effects.append(Send(ToChannel(team.channel), post, "recognition", f"{tag}:channel"))
    return Outcome(durable=tuple(effects))


async def own_recognition(turn: Turn, recognition_id: str) -> Recognition | None:
    """The recognition with this id, if it is the person's own to decide on."""
    given = await turn.store.recognitions.by_id(recognition_id)
    if given is None:
        return None
    receiver = (await turn.store.people.by_ids([given.receiver_id])).get(given.receiver_id)
    allowed = receiver is not None and may(turn.person, Permission.DECIDE_ON_RECOGNITION, receiver)
    return given if allowed else None


async def show_received(turn: Turn, subject: str) -> Outcome:
    """What the person was thanked for; `subject` is that of a conversation to thank someone."""
    given = await turn.store.recognitions.received(turn.person.id, SHOWN)
    people = await turn.store.people.by_ids({each.giver_id for each in given}) if given else {}
    return reply(cards.received_list(turn.person, given, people, subject))


async def _label(turn: Turn, given: Recognition, reader: Person) -> str:
    return await value_label(turn.store, given.tenant_id, given.value, reader.language)


async def _objective(turn: Turn, given: Recognition) -> str:
    """The title of the receiver's objective that it helped; "" for none."""
    if given.objective_id is None:
        return ""
    found = await turn.store.objectives.by_ids([given.objective_id])
    return found[given.objective_id].title if given.objective_id in found else ""


def _tag(given: Recognition) -> str:
    return f"recognition:{given.id}"
