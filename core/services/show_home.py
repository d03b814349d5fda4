"""The home surface: read from what is stored by as many queries for many as for few, and never written to."""

from core.cards.asking import SEPARATOR
from core.cards.home import THANKS_SHOWN, Home, home
from core.chat.effect import Outcome, PublishHome
from core.model.requirements import Standing
from core.model.training import Course
from core.permissions import Permission, Right, holds, may
from core.services.answer_check_in import objectives_of
from core.services.follow_actions import to_do
from core.services.go_away import paused_until
from core.services.notice_misses import own_misses
from core.services.record_training import training_of
from core.services.team_status import team_status
from core.turn import Turn

_MOST_DIGITS = 3
"""A page's number has no more: nobody has a thousand pages."""


async def show_home(turn: Turn, objectives_page: int = 1, team_page: int = 1) -> Outcome:
    """The person's home, at these pages of its lists."""
    store, person = turn.store, turn.person
    objectives = await objectives_of(turn)
    thanks = await store.recognitions.received(person.id, THANKS_SHOWN)
    shown = Home(
        turn.today,
        checkin=await store.checkins.open_for(person.id, turn.now),
        actions=await to_do(store, person),
        objectives=objectives,
        misses=await own_misses(turn, objectives),
        training=await _training(turn),
        thanks=thanks,
        people=await store.people.by_ids({each.giver_id for each in thanks}),
        reports=await team_status(store, person, turn.now),
        sees_alignment=holds(person, Right.SEE_ALIGNMENT),
        objectives_page=objectives_page,
        team_page=team_page,
        paused_until=await paused_until(turn),
    )
    return Outcome(immediate=(PublishHome(home(person, shown)),))


async def _training(turn: Turn) -> list[tuple[Standing, Course]]:
    if not may(turn.person, Permission.READ_TRAINING, turn.person):
        return []
    due, _ = await training_of(turn, turn.person)
    return due


async def turn_page(turn: Turn, value: str) -> Outcome:
    """Another page of a list in the home, which is shown anew in place; what is no page is the first one."""
    objectives_page, _, team_page = value.partition(SEPARATOR)
    return await show_home(turn, _number(objectives_page), _number(team_page))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS else 1
