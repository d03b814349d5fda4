"""Share an objective with a colleague, or stop sharing it; everyone concerned is told."""

from collections.abc import Sequence
from dataclasses import replace

from core.cards.objective_news import news
from core.chat.effect import Outcome
from core.model.objective_change import ObjectiveChange
from core.model.objective_history import SHARED
from core.model.person import Person
from core.permissions import Permission
from core.services.find_colleague import colleague_by_id
from core.services.find_objective import Found, find, is_closed
from core.services.keep_change import everyone_concerned
from core.services.show_objectives import page_of, refuse
from core.services.tell import said, to_person, to_self
from core.texts.texts import words_for
from core.turn import Turn

MOST_OWNERS = 12


async def share_with_id(turn: Turn, objective_id: str, person_id: str) -> Outcome:
    """Share by a tapped name."""
    found = await find(turn, objective_id, Permission.CHANGE_OBJECTIVE)
    colleague = await colleague_by_id(turn, person_id)
    if found is None or colleague is None:
        return await refuse(turn)
    return await share(turn, found, colleague)


async def share(turn: Turn, found: Found, colleague: Person) -> Outcome:
    """Make the colleague an owner too: asked at check-ins, may see it and report on it, not change it."""
    if is_closed(found.objective):
        return said(turn, await page_of(turn, found))
    if colleague.id == found.owner.id or colleague.id in found.sharing:
        return said(turn, await page_of(turn, found, turn.words("share-already", name=colleague.name)))
    if len(found.sharing) + 1 >= MOST_OWNERS:
        return said(turn, await page_of(turn, found, turn.words("share-too-many", most=MOST_OWNERS)))
    await turn.store.objectives.share(found.objective.id, [colleague.id])
    await _log(turn, found, before="", after=colleague.name)
    shared = replace(found, sharing=(*found.sharing, colleague.id))
    return await _told(turn, shared, colleague, "share-done", "news-shared-with-you", "news-shared")


async def stop_sharing(turn: Turn, objective_id: str, person_id: str) -> Outcome:
    """Let a further owner be one no longer; who owns it, the line manager, and the further owner may."""
    found = await find(turn, objective_id, Permission.CHANGE_OBJECTIVE)
    if found is None and person_id == turn.person.id:
        found = await find(turn, objective_id, Permission.REPORT_ON_OBJECTIVE)
    colleague = (await turn.store.people.by_ids([person_id])).get(person_id)
    if found is None or colleague is None or person_id not in found.sharing:
        return await refuse(turn)
    await turn.store.objectives.unshare([found.objective.id], [person_id])
    await _log(turn, found, before=colleague.name, after="")
    left = replace(found, sharing=tuple(each for each in found.sharing if each != person_id))
    return await _told(turn, left, colleague, "unshare-done", "news-unshared-with-you", "news-unshared")


async def _log(turn: Turn, found: Found, *, before: str, after: str) -> None:
    change = ObjectiveChange(found.objective.id, SHARED, before, after, turn.now, turn.person.id)
    await turn.store.objectives.log_changes([change])


async def _told(turn: Turn, found: Found, colleague: Person, done: str, theirs: str, others: str) -> Outcome:
    people: Sequence[Person] = await everyone_concerned(turn, found)
    # Who no longer shares it is told so, and no figure of it.
    has_left = colleague.id not in found.sharing
    told = []
    for person in people if colleague in people or colleague.id == turn.person.id else [*people, colleague]:
        words = words_for(person.language)
        key = theirs if person.id == colleague.id else others
        title = words(key, name=turn.person.name, title=found.objective.title, colleague=colleague.name)
        text = words(f"{theirs}-text") if person.id == colleague.id else ""
        shown = None if has_left and person.id == colleague.id else found.objective
        card = news(words, title, (text,) if text else (), shown)
        told.append(to_person(turn, person, card, "objective-news"))
    if colleague.id == turn.person.id:
        title = turn.words("unshare-own-title")
        own = turn.words(done, name=colleague.name)
        card = news(turn.words, title, (own,), None)
        return Outcome(durable=(to_self(turn, card, "objective"), *told))
    page = await page_of(turn, found, turn.words(done, name=colleague.name))
    return Outcome(durable=(to_self(turn, page, "objective"), *told))
