"""What people send in: kept before it is acknowledged, worked on once, and answered kindly when things fail."""

from itertools import count

import pytest

from bot.leases import LEASE
from bot.reception import MOST_FAILURES, Receptionist
from core.chat.effect import FormErrors, OpenForm, Outcome, PublishHome, Reply
from core.chat.event import CommandInvoked, HomeOpened, Origin, TextReceived
from core.chat.plain import plain_text
from core.dispatch import Core
from core.model.person import Language, Platform
from core.ports import Conflict, StoreUnavailable
from storage.database import SqlDatabase
from tests.bot.conftest import PostOffice
from tests.bot.platform import LoopbackDirectory
from tests.keys import RING

_numbers = count(1)


def origin(user: str = "U-amira", event_id: str = "") -> Origin:
    return Origin(Platform.SLACK, "T1", user, event_id or f"event-{next(_numbers)}", f"D-{user}", address=user)


class TroubledCore:
    """The real core, which fails as often as it is told to."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.failures: list[Exception] = []

    def only_reads(self, event) -> bool:
        return self._core.only_reads(event)

    def names_file(self, event) -> bool:
        return self._core.names_file(event)

    async def wanted(self, event, store):
        return await self._core.wanted(event, store)

    async def meanwhile(self, event, store, read):
        return await self._core.meanwhile(event, store, read)

    async def look_at(self, event, store, read):
        return await self._core.look_at(event, store, read)

    async def handle(self, event, store, read=None) -> Outcome:
        if self.failures:
            raise self.failures.pop()
        return await self._core.handle(event, store, read)


@pytest.fixture
def core(post: PostOffice) -> TroubledCore:
    return TroubledCore(Core(post.clock))


@pytest.fixture
def reception(post: PostOffice, core: TroubledCore) -> Receptionist:
    return Receptionist(
        database=post.database,
        clock=post.clock,
        core=core,
        directories={Platform.SLACK: LoopbackDirectory(post.platform)},
        committed=post.dispatcher.wake,
    )


async def said(reception: Receptionist, event) -> str:
    """What is answered at once, as text."""
    assert await reception.accept(event)
    (effect,) = await reception.process(event)
    match effect:
        case Reply(card=card) | PublishHome(card=card):
            return plain_text(card)
        case OpenForm(form=form) | FormErrors(form=form):
            return form.title


async def test_an_event_that_comes_twice_is_accepted_once(reception: Receptionist):
    event = TextReceived(origin(), "away until Friday")
    assert await reception.accept(event)
    assert not await reception.accept(event)


async def test_what_was_accepted_and_never_worked_on_is_worked_on_later_and_answered_as_a_message(
    post: PostOffice, reception: Receptionist
):
    await reception.accept(TextReceived(origin(), "settings language cymraeg"))
    assert await reception.recover() == 0
    post.clock.move_to(post.clock.now() + LEASE)
    assert await reception.recover() == 1
    assert await reception.recover(alone=True) == 0
    await post.deliver()
    assert len(post.platform.arrived) == 1


async def test_someone_seen_for_the_first_time_is_matched_by_work_email_and_asked_about_once(
    post: PostOffice, reception: Receptionist
):
    post.platform.emails["amira@abermoor.example"] = "U-new-phone"
    for _ in range(2):
        assert "Your settings" in await said(reception, CommandInvoked(origin("U-new-phone"), "settings"))
    assert post.platform.asked == ["U-new-phone"]
    async with post.database.reading() as store:
        assert (await store.people.by_account(Platform.SLACK, "T1", "U-new-phone")).id == "amira"


async def test_a_stranger_is_told_whom_to_ask_and_nothing_else(reception: Receptionist):
    assert "hr@abermoor.example" in await said(reception, TextReceived(origin("U-nobody"), "team"))


async def test_when_something_fails_the_person_is_told_kindly_and_it_is_done_later(
    post: PostOffice, reception: Receptionist, core: TroubledCore
):
    core.failures = [RuntimeError("a fault of ours")]
    answer = await said(reception, TextReceived(origin(), "away until Friday"))
    assert "RuntimeError" not in answer
    assert "fault of ours" not in answer
    assert await reception.recover() == 0
    post.clock.advance(seconds=5)
    assert await reception.recover() == 1
    async with post.database.reading() as store:
        assert await store.absences.of(["amira"], post.clock.now().date(), post.clock.now().date())


async def test_an_event_that_always_fails_does_not_stop_the_others(
    post: PostOffice, reception: Receptionist, core: TroubledCore
):
    poisoned = TextReceived(origin(), "away until Friday")
    await reception.accept(poisoned)
    core.failures = [RuntimeError("each time")] * (MOST_FAILURES + 1)
    await reception.process(poisoned)
    for _ in range(MOST_FAILURES):
        post.clock.advance(minutes=10)
        assert await reception.recover() == 0
    # Given up at last: it was not tried once more.
    assert len(core.failures) == 1
    async with post.database.reading() as store:
        (given_up,) = await store.inbox.given_up(10)
    assert (given_up.event_id, given_up.failures) == (poisoned.origin.event_id, MOST_FAILURES)
    assert given_up.reason == "RuntimeError"
    core.failures = []
    # Nor is its person held up by it.
    assert "Your settings" in await said(reception, CommandInvoked(origin(), "settings"))
    await reception.accept(TextReceived(origin("U-ben"), "away until Friday"))
    assert await reception.recover(alone=True) == 1


async def test_when_someone_else_changes_the_same_row_it_is_simply_tried_again(
    reception: Receptionist, core: TroubledCore
):
    core.failures = [Conflict("changed meanwhile"), Conflict("and again")]
    assert "Your settings" in await said(reception, CommandInvoked(origin(), "settings"))
    assert core.failures == []


async def test_when_the_database_is_gone_nothing_is_acknowledged_that_could_be_lost(
    post: PostOffice, core: TroubledCore, tmp_path
):
    gone = SqlDatabase(f"sqlite+aiosqlite:///{tmp_path}/no/such/folder.db", post.clock, RING)
    reception = Receptionist(
        database=gone, clock=post.clock, core=core, directories={}, committed=post.dispatcher.wake
    )
    with pytest.raises(StoreUnavailable):
        await reception.accept(TextReceived(origin(), "away until Friday"))
    home = HomeOpened(origin())
    assert await reception.accept(home)
    (answer,) = await reception.process(home)
    assert isinstance(answer, PublishHome)
    assert "lost" in plain_text(answer.card)
    await gone.close()


async def test_an_account_is_whose_the_platforms_directory_says_it_is(post: PostOffice, reception: Receptionist):
    post.platform.emails["ben@abermoor.example"] = "U-second-phone"
    await said(reception, CommandInvoked(origin("U-second-phone"), "settings language cymraeg"))
    async with post.database.reading() as store:
        changed = await store.people.by_ids(["amira", "ben"])
    assert (changed["amira"].language, changed["ben"].language) == (Language.EN, Language.CY)
