"""Pause objectives for leave or a secondment: not asked about and in no figure until they come back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from core.cards import objective_list
from core.chat.card import Card, Paragraph
from core.chat.effect import Outcome
from core.model.objective import Objective, ObjectiveState
from core.model.person import Person
from core.permissions import Permission, may
from core.services.find_objective import Found, find_all, standing_of
from core.services.keep_change import everyone_concerned, keep_change, keep_changes, tell_of_changes
from core.services.show_objectives import page_of, refuse
from core.services.tell import said, to_person, to_self
from core.texts import formats
from core.texts.texts import Words, words_for
from core.turn import Turn

_DAY = timedelta(days=1)
_CAN_PAUSE = (ObjectiveState.ACTIVE, ObjectiveState.PAUSED)


async def pause_one(turn: Turn, found: Found, back_on: date | None, reason: str) -> Outcome:
    """Pause an objective until the day it comes back (None: until it is resumed); a paused one gets a new day."""
    if found.objective.state not in _CAN_PAUSE:
        return said(turn, await page_of(turn, found, turn.words("pause-not-active")))
    after = _paused(found.objective, back_on)
    changes = await keep_change(turn, found.objective, after, reason)
    found = replace(found, objective=after)
    told = await tell_of_changes(turn, found, changes, title_key="news-paused") if changes else ()
    notice = turn.words("pause-done", until=_until(turn.words, back_on))
    return Outcome(durable=(to_self(turn, await page_of(turn, found, notice), "objective"), *told))


async def pause_all(turn: Turn, owner: Person, back_on: date | None, reason: str) -> Outcome:
    """Pause all that a person answers for alone; what others share goes on with them."""
    mine = await _own(turn, owner, *_CAN_PAUSE)
    if mine is None:
        return await refuse(turn)
    alone = [one.objective for one in mine if not one.sharing]
    await keep_changes(turn, [(each, _paused(each, back_on)) for each in alone], reason)
    text = turn.words("pause-all-done", count=len(alone), until=_until(turn.words, back_on))
    if len(alone) < len(mine):
        text = f"{text} {turn.words('pause-all-shared', count=len(mine) - len(alone))}"

    def news(words: Words) -> str:
        return words("pause-all-news", name=turn.person.name, count=len(alone), until=_until(words, back_on))

    return await _told_of_all(turn, owner, text, news, tell=bool(alone))


async def resume_one(turn: Turn, found: Found) -> Outcome:
    """Let an objective count again."""
    if found.objective.state is not ObjectiveState.PAUSED:
        return said(turn, await page_of(turn, found, turn.words("resume-not-paused")))
    after = _resumed(found.objective)
    changes = await keep_change(turn, found.objective, after)
    found = replace(found, objective=after)
    told = await tell_of_changes(turn, found, changes, title_key="news-resumed")
    page = await page_of(turn, found, turn.words("resume-done"))
    return Outcome(durable=(to_self(turn, page, "objective"), *told))


async def resume_all(turn: Turn, owner: Person) -> Outcome:
    """Let everything of a person's that is paused count again."""
    paused = await _own(turn, owner, ObjectiveState.PAUSED)
    if paused is None:
        return await refuse(turn)
    await keep_changes(turn, [(one.objective, _resumed(one.objective)) for one in paused])

    def news(words: Words) -> str:
        return words("resume-all-news", name=turn.person.name, count=len(paused))

    text = turn.words("resume-all-done", count=len(paused))
    return await _told_of_all(turn, owner, text, news, tell=bool(paused))


async def _own(turn: Turn, owner: Person, *states: ObjectiveState) -> list[Found] | None:
    """What the owner answers for in one of these states; None where the person may not change it."""
    if not may(turn.person, Permission.CHANGE_OBJECTIVE, owner):
        return None
    standing = await standing_of(turn, owner)
    ids = [each.id for each in standing if each.person_id == owner.id and each.state in states]
    return list((await find_all(turn, ids, Permission.CHANGE_OBJECTIVE)).values())


async def _told_of_all(
    turn: Turn, owner: Person, text: str, news: Callable[[Words], str], *, tell: bool
) -> Outcome:
    """The list as it is now, and one message for all of it to the other of person and line manager."""
    now = await standing_of(turn, owner)
    card = objective_list.objective_list(turn.person, owner, now, turn.today, shared_with={}, notice=text)
    told = []
    for person in await everyone_concerned(turn, Found(now[0], owner)) if tell else ():
        words = words_for(person.language)
        own = person.id == owner.id
        title = words("objectives-title") if own else words("objectives-title-of", name=owner.name)
        told.append(to_person(turn, person, Card(title, (Paragraph(news(words)),), words.language), "pause-news"))
    return Outcome(durable=(to_self(turn, card, "objective"), *told))


def _paused(objective: Objective, back_on: date | None) -> Objective:
    return replace(objective, state=ObjectiveState.PAUSED, paused_until=back_on - _DAY if back_on else None)


def _resumed(objective: Objective) -> Objective:
    return replace(objective, state=ObjectiveState.ACTIVE, paused_until=None)


def _until(words: Words, back_on: date | None) -> str:
    if back_on is None:
        return words("pause-until-resumed")
    return words("pause-until-day", day=formats.full_date(back_on, words.language))
