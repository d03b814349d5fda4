"""Show objectives: a person's list, a report's, the closed ones, one objective's page and its history."""

from collections.abc import Sequence
from dataclasses import replace

from core.cards import objective_history, objective_list, objective_page
from core.cards.objective_page import EVIDENCE_SHOWN, Page
from core.cards.skills import named
from core.cards.team import which_report
from core.chat.card import Card
from core.chat.effect import Outcome, reply
from core.model.missed_target import NO_MISSES
from core.model.objective import Objective
from core.model.objective_change import ObjectiveChange
from core.model.objective_history import OUTCOME
from core.model.person import Person
from core.model.reported import Reported
from core.model.weights import share_of
from core.permissions import Permission, Relation, may, relation_of
from core.services.find_objective import Found, every_one_of, find, is_closed, meant, standing_of
from core.services.hear_service import voice_on_objective
from core.services.name_report import named_report
from core.services.notice_misses import misses_beside
from core.services.propose_objective import waiting_for_agreement
from core.services.recognise import contact_of
from core.turn import Turn
from core.understanding.skills import NamedSkill


async def show_list(turn: Turn, owner: Person) -> Outcome:
    """A person's objectives; who is neither the person nor the line manager is refused and learns nothing."""
    if not may(turn.person, Permission.CHANGE_OBJECTIVE, owner):
        return await refuse(turn)
    objectives = await standing_of(turn, owner)
    may_add = may(turn.person, Permission.ADD_OBJECTIVE, owner)
    shared_with = await _shared_with(turn, owner, objectives)
    misses = (await misses_beside(turn.store, {owner.id: objectives}, turn.today)).get(owner.id, NO_MISSES)
    card = objective_list.objective_list(
        turn.person, owner, objectives, turn.today, shared_with=shared_with, may_add=may_add, misses=misses
    )
    if owner.id != turn.person.id:
        return reply(card)
    return reply(replace(card, parts=(*await waiting_for_agreement(turn), *card.parts)))


async def _shared_with(turn: Turn, owner: Person, objectives: Sequence[Objective]) -> dict[str, str]:
    """The names of all others who own each shared objective, by its id."""
    sharing = await turn.store.objectives.further_owners([each.id for each in objectives])
    if not sharing:
        return {}
    owners = {each.id: (each.person_id, *sharing.get(each.id, ())) for each in objectives if each.id in sharing}
    people = await turn.store.people.by_ids({each for ids in owners.values() for each in ids})
    return {
        objective_id: ", ".join(people[each].name for each in ids if each in people and each != owner.id)
        for objective_id, ids in owners.items()
    }


async def show_report(turn: Turn, name: str) -> Outcome:
    """The objectives of a direct report, mentioned or named."""
    found = await named_report(turn, name)
    if len(found) > 1:
        return reply(which_report(turn.person, [person.name for person in found]))
    return await show_list(turn, found[0]) if found else await refuse(turn)


async def show_closed(turn: Turn, owner: Person) -> Outcome:
    """What is over, the newest first."""
    if not may(turn.person, Permission.CHANGE_OBJECTIVE, owner):
        return await refuse(turn)
    closed = [each for each in await every_one_of(turn, owner) if is_closed(each)]
    closed.sort(key=lambda each: (each.closed_on is not None, each.closed_on), reverse=True)
    outcomes = await turn.store.objectives.last_changes([each.id for each in closed], OUTCOME)
    return reply(objective_list.closed_list(turn.person, owner, closed, outcomes))


async def show_by_id(turn: Turn, objective_id: str) -> Outcome:
    """The page of the objective that a button names."""
    found = await find(turn, objective_id, Permission.SEE_OBJECTIVE)
    return reply(await page_of(turn, found)) if found else await refuse(turn)


async def show_meant(turn: Turn, which: str) -> Outcome | None:
    """The page of the own objective that a number or words fit; asks when several do, None when none does."""
    objectives = await standing_of(turn, turn.person)
    fitting = meant(objectives, which) or meant(
        [each for each in await every_one_of(turn, turn.person) if is_closed(each)],
        "" if which.isdecimal() else which,
    )
    if len(fitting) == 1:
        return await show_by_id(turn, fitting[0].id)
    return ask_which(turn, fitting, which) if fitting else None


def ask_which(turn: Turn, objectives: Sequence[Objective], said: str) -> Outcome:
    """Asks which objective is meant."""
    return reply(objective_list.which_objective(turn.words, objectives, said))


async def show_history(turn: Turn, objective_id: str) -> Outcome:
    """Everything that was changed about an objective."""
    found = await find(turn, objective_id, Permission.SEE_OBJECTIVE)
    if found is None:
        return await refuse(turn)
    lines = await _history(turn, found)
    return reply(objective_history.history(turn.words, found.objective.title, lines))


async def refuse(turn: Turn) -> Outcome:
    """The same words whether the thing exists or not."""
    contact = await contact_of(turn.store, turn.person.tenant_id)
    return reply(objective_list.refusal(turn.words, contact))


async def page_of(turn: Turn, found: Found, notice: str = "") -> Card:
    """The page as the person may see it; the words around the figures go to the line manager of who wrote them."""
    objective = found.objective
    reports = (await turn.store.objectives.reports_on([objective.id])).get(objective.id, [])
    may_read = found.allows(turn.person, Permission.READ_EVIDENCE)
    evidence = await turn.store.evidence.of_objective(objective.id, EVIDENCE_SHOWN + 1) if may_read else []
    wanted = {found.owner.id, *found.sharing, *(each.by_id for each in reports)}
    wanted |= {each.by_id for each in evidence}
    people = await turn.store.people.by_ids(
        {*wanted, *((found.owner.manager_id,) if found.owner.manager_id else ())}
    )
    beside = await standing_of(turn, found.owner)
    sharing = tuple(people[each] for each in found.sharing if each in people)
    page = Page(
        objective,
        found.owner,
        sharing,
        turn.today,
        names={each.id: each.name for each in people.values()},
        reports=tuple(reports),
        history=tuple(await _history(turn, found)),
        share=share_of(objective, beside),
        serves=await _serves(turn, objective),
        manager=people.get(found.owner.manager_id or ""),
        may_change=found.allows(turn.person, Permission.CHANGE_OBJECTIVE),
        may_report=found.allows(turn.person, Permission.REPORT_ON_OBJECTIVE),
        words_of_latest=_reads_words(turn.person, found, reports, people),
        carried_from=await _carried_from(turn, objective),
        outcome=await _outcome(turn, objective),
        evidence=tuple(evidence),
        may_add_evidence=found.allows(turn.person, Permission.ADD_EVIDENCE),
        service=await voice_on_objective(turn, found),
        skills=await _skills(turn, objective),
    )
    return objective_page.page(turn.person, page, notice)


def _reads_words(reader: Person, found: Found, reports: Sequence[Reported], people: dict[str, Person]) -> bool:
    """Whether the reader wrote the latest words or is the line manager of who did."""
    author = people.get(reports[-1].by_id) if reports else found.owner
    return author is not None and may(reader, Permission.READ_CHECK_IN, author)


async def _history(turn: Turn, found: Found) -> list[str]:
    changes: list[ObjectiveChange] = await turn.store.objectives.changes_of(found.objective.id)
    people = await turn.store.people.by_ids({each.by_id for each in changes if each.by_id})
    relation = relation_of(turn.person, found.owner, found.sharing)
    return objective_history.change_lines(
        turn.words,
        turn.person,
        changes,
        people,
        found.objective.unit,
        keeps_back=relation is Relation.FURTHER_OWNER,
    )


async def _skills(turn: Turn, objective: Objective) -> str:
    needs = await turn.store.skills.of_objectives([objective.id])
    return named(turn.words, [NamedSkill(each.skill, each.level) for each in needs])


async def _serves(turn: Turn, objective: Objective) -> str:
    if objective.aim_id is None:
        return objective.priority
    aims = {each.id: each.title for each in await turn.store.aims.all(objective.tenant_id)}
    return aims.get(objective.aim_id, objective.priority)


async def _carried_from(turn: Turn, objective: Objective) -> str:
    if objective.carried_from_id is None:
        return ""
    before = (await turn.store.objectives.by_ids([objective.carried_from_id])).get(objective.carried_from_id)
    if before is None:
        return ""
    return turn.words("objective-carried-from", title=before.title)


async def _outcome(turn: Turn, objective: Objective) -> str:
    if not is_closed(objective):
        return ""
    outcomes = await turn.store.objectives.last_changes([objective.id], OUTCOME)
    return outcomes[objective.id].after if objective.id in outcomes else ""
