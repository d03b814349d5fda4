"""Hand objectives over to a colleague, with a note; line managers are told, and who sees them follows at once."""

from collections.abc import Sequence
from dataclasses import replace

from core.cards import objective_news
from core.chat.card import Card
from core.chat.effect import Outcome
from core.model.objective import Objective
from core.model.objective_change import ObjectiveChange
from core.model.objective_history import OWNER
from core.model.person import Person
from core.services.find_objective import Found, is_closed
from core.services.keep_change import keep_changes
from core.services.tell import said, to_person, to_self
from core.texts.texts import Words, words_for
from core.turn import Turn


async def hand_over(turn: Turn, found: Sequence[Found], colleague: Person, note: str) -> Outcome:
    """Make the colleague the owner of these objectives; whoever shares them goes on sharing them."""
    moving = [one for one in found if one.owner.id != colleague.id and not is_closed(one.objective)]
    if not moving:
        title = turn.words("hand-over-none-title")
        text = turn.words("hand-over-none", name=colleague.name)
        return said(turn, objective_news.handed_over(turn.words, title, text, "", ()))
    pairs = [(one.objective, _handed(one.objective, colleague)) for one in moving]
    rows = [
        ObjectiveChange(one.objective.id, OWNER, one.owner.name, colleague.name, turn.now, turn.person.id, note)
        for one in moving
    ]
    await keep_changes(turn, pairs, note, rows)
    # The words around the last figure were for the line manager of who wrote them.
    await turn.store.objectives.set_latest({after.id: after.latest for _, after in pairs})
    shared_with_them = [one.objective.id for one in moving if colleague.id in one.sharing]
    await turn.store.objectives.unshare(shared_with_them, [colleague.id])
    moved = [after for _, after in pairs]
    durable = [
        to_self(turn, _card(turn.words, turn.person, colleague, note, moved, "hand-over-done"), "objective")
    ]
    durable += [
        to_person(
            turn, person, _card(words_for(person.language), turn.person, colleague, note, moved, key), "handed"
        )
        for person, key in await _concerned(turn, moving, colleague)
    ]
    return Outcome(durable=tuple(durable))


def _handed(objective: Objective, colleague: Person) -> Objective:
    latest = replace(objective.latest, factors="", outside_control=None)
    return replace(objective, person_id=colleague.id, latest=latest)


def _card(
    words: Words, giver: Person, colleague: Person, note: str, objectives: Sequence[Objective], key: str
) -> Card:
    facts = {"giver": giver.name, "name": colleague.name, "count": len(objectives)}
    title, text = words(f"{key}-title", **facts), words(key, **facts)
    opens = key == "handed-to-you"
    return objective_news.handed_over(words, title, text, note, objectives, opens=opens)


async def _concerned(turn: Turn, moving: Sequence[Found], colleague: Person) -> list[tuple[Person, str]]:
    """Who else is told, each once, and the text for them: the new owner, owners before, and line managers."""
    keys: dict[str, str] = {colleague.id: "handed-to-you"}
    for one in moving:
        keys.setdefault(one.owner.id, "handed-from-you")
        for manager_id in (one.owner.manager_id, colleague.manager_id, *one.sharing):
            if manager_id is not None:
                keys.setdefault(manager_id, "handed-news")
    keys.pop(turn.person.id, None)
    people = await turn.store.people.by_ids(list(keys))
    return [(people[each], key) for each, key in keys.items() if each in people]
