"""Keep a change of an objective with its history, and tell everyone whom it concerns; never in silence."""

from collections.abc import Sequence

from core.cards.objective_history import change_lines
from core.cards.objective_news import news
from core.chat.effect import Send
from core.model.objective import Objective
from core.model.objective_change import ObjectiveChange
from core.model.objective_history import differences, on_new_scale
from core.model.person import Person
from core.services.find_objective import Found
from core.services.tell import to_person
from core.texts.texts import words_for
from core.turn import Turn


async def keep_change(
    turn: Turn, before: Objective, after: Objective, reason: str = "", more: Sequence[ObjectiveChange] = ()
) -> list[ObjectiveChange]:
    """Save the objective with a history row for each field that differs, and `more` of them.

    Past progress stays as it was reported; the latest is placed anew where baseline or target changed.
    """
    return await keep_changes(turn, [(before, after)], reason, more)


async def keep_changes(
    turn: Turn,
    pairs: Sequence[tuple[Objective, Objective]],
    reason: str = "",
    more: Sequence[ObjectiveChange] = (),
) -> list[ObjectiveChange]:
    """Like `keep_change` for several objectives, each as it was and as it is now."""
    changes = [
        change
        for before, after in pairs
        for change in differences(before, after, turn.now, turn.person.id, reason)
    ]
    changes += more
    if not changes:
        return []
    await turn.store.objectives.save([after for _, after in pairs], turn.now)
    latest = {after.id: on_new_scale(after) for _, after in pairs}
    moved = {before.id: latest[before.id] for before, _ in pairs if latest[before.id] != before.latest}
    await turn.store.objectives.set_latest(moved)
    await turn.store.objectives.log_changes(changes)
    return changes


async def everyone_concerned(turn: Turn, found: Found) -> list[Person]:
    """The owner, the owner's line manager and those who share it, without whoever is speaking."""
    ids = dict.fromkeys((found.owner.id, found.owner.manager_id, *found.sharing))
    wanted = [each for each in ids if each is not None and each != turn.person.id]
    people = await turn.store.people.by_ids(wanted)
    return [people[each] for each in wanted if each in people and people[each].tenant_id == found.owner.tenant_id]


async def tell_of_changes(
    turn: Turn, found: Found, changes: Sequence[ObjectiveChange], *, title_key: str = "news-changed"
) -> tuple[Send, ...]:
    """One message to each who is concerned: what changed from what to what, and why."""
    told = []
    for person in await everyone_concerned(turn, found):
        keeps_back = person.id in found.sharing
        words = words_for(person.language)
        people = {turn.person.id: turn.person}
        lines = change_lines(words, person, changes, people, found.objective.unit, keeps_back=keeps_back)
        title = words(title_key, name=turn.person.name, title=found.objective.title)
        told.append(to_person(turn, person, news(words, title, lines, found.objective), "objective-news"))
    return tuple(told)
