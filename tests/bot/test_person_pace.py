"""Someone who sends far too much at once: told so once, kindly; all of it is worked on, and nobody else waits."""

import asyncio

import pytest

from bot.person_pace import PersonPace, TooManyWaiting
from bot.reception import Receptionist
from core.chat.event import CommandInvoked, FormSubmitted, TextReceived
from core.dispatch import Core
from core.model.person import Platform
from tests.bot.conftest import PostOffice
from tests.bot.platform import LoopbackDirectory
from tests.bot.test_reception import origin

TOLD = "One after the other"


def paced_reception(post: PostOffice, pace: PersonPace) -> Receptionist:
    return Receptionist(
        database=post.database,
        clock=post.clock,
        core=Core(post.clock),
        directories={Platform.SLACK: LoopbackDirectory(post.platform)},
        committed=post.dispatcher.wake,
        pace=pace,
    )


async def send(reception: Receptionist, events) -> list[asyncio.Task]:
    for event in events:
        assert await reception.accept(event)
    return [asyncio.create_task(reception.process(event)) for event in events]


async def settled(tasks: list[asyncio.Task]) -> int:
    """How many are done, once for a while no more are."""
    done = -1
    while done != (done := sum(task.done() for task in tasks)):
        await asyncio.wait(
            tasks, timeout=1.5, return_when=asyncio.FIRST_COMPLETED if done < 0 else asyncio.ALL_COMPLETED
        )
    return done


async def stopped(tasks: list[asyncio.Task]) -> int:
    """How many were finished when the process ended."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return sum(not task.cancelled() for task in tasks)


async def test_sixty_commands_in_a_minute_get_one_kind_message_and_none_is_lost(post: PostOffice):
    reception = paced_reception(post, PersonPace(at_once=10))
    commands = [TextReceived(origin(event_id=f"e{number}"), "away until Friday") for number in range(60)]

    tasks = await send(reception, commands)
    assert await settled(tasks) < 20
    await post.deliver()

    assert [title for _, title in post.platform.arrived].count(TOLD) == 1
    # The rest comes in its own time; here the process ends first, and the next one does it.
    finished = await stopped(tasks)
    assert finished < 60
    assert finished + await reception.recover(alone=True) == 60


async def test_nobody_else_waits(post: PostOffice):
    reception = paced_reception(post, PersonPace(at_once=1))
    tasks = await send(reception, [CommandInvoked(origin(), "settings language en") for _ in range(3)])
    assert await settled(tasks) == 1

    (of_ben,) = await send(reception, [CommandInvoked(origin("U-ben"), "settings language en")])
    async with asyncio.timeout(30):
        await of_ben
    await stopped(tasks)


async def test_what_is_far_too_much_is_left_in_the_inbox_without_a_word(post: PostOffice):
    reception = paced_reception(post, PersonPace(at_once=1, most_waiting=2))
    tasks = await send(reception, [TextReceived(origin(), "away until Friday") for _ in range(6)])
    await settled(tasks)

    assert [await task for task in tasks if task.done()].count(()) >= 3
    finished = await stopped(tasks)
    recovered = await reception.recover(alone=True)
    assert 1 + recovered == 6
    assert finished == 4


async def test_only_what_people_do_by_hand_counts_and_they_are_told_once_a_minute():
    pace = PersonPace(at_once=1)
    form, said = FormSubmitted(origin(), "check_in", "c-1", {}), TextReceived(origin(), "help")
    for _ in range(5):
        assert not pace.is_over("amira", form)
        await pace.turn("amira", form)
    assert not pace.is_over("amira", said)
    await pace.turn("amira", said)
    assert [pace.is_over("amira", said) for _ in range(3)] == [True, False, False]
    assert not pace.is_over("ben", said)


async def test_without_a_pace_nobody_waits():
    pace = PersonPace(None, most_waiting=0)
    for _ in range(500):
        await pace.turn("amira", TextReceived(origin(), "help"))


async def test_who_waits_too_long_a_line_is_refused_a_place():
    pace = PersonPace(at_once=1, most_waiting=0)
    with pytest.raises(TooManyWaiting):
        await pace.turn("amira", TextReceived(origin(), "help"))
