"""What has become pointless while it waited to be sent is taken back, and kept with the reason."""

from datetime import timedelta

from core.model.person import Platform
from tests.stories.council import TENANT, Council, Resident


async def hold(council: Council, **for_: float) -> None:
    """The platform asks to wait, so that what is queued stays in the outbox."""
    now = council.clock.now()
    async with council.database.transaction() as store:
        await store.traffic.throttled(TENANT.id, Platform.WEB, now + timedelta(**for_), now)


async def states(council: Council) -> dict[str, int]:
    async with council.database.reading() as store:
        return {state: count for state, count in (await store.outbox.counts()).items() if count}


async def test_a_prompt_that_has_not_gone_is_not_sent_once_it_is_answered(council: Council, amira: Resident):
    await hold(council, days=3)
    await council.goes_to("Mon 10:00")
    assert amira.inbox == []
    await amira.opens_home()
    await amira.taps_home("Answer in a form")
    await amira.fills({"Anything else?": "All well"})
    assert (await states(council))["cancelled"] == 1
    await council.goes_to("Thu 12:30")
    # One message, which says what was answered rather than asking for it.
    (told,) = amira.inbox
    assert "All well" in told.text
    assert not told.edited


async def test_a_question_asked_again_later_is_taken_back_once_it_is_answered(council: Council, amira: Resident):
    await council.goes_to("Mon 10:00")
    await amira.says("snooze 1h")
    seen = len(amira.inbox)
    await hold(council, hours=3)
    await council.goes_to("Mon 11:30")
    await amira.opens_home()
    await amira.taps_home("Answer in a form")
    await amira.fills({"Anything else?": "All well"})
    await council.goes_to("Mon 14:00")
    assert len(amira.inbox) == seen
    assert "All well" in amira.inbox[0].text


async def test_a_reminder_that_has_not_gone_is_taken_back_once_it_is_answered(council: Council, amira: Resident):
    await council.goes_to("Mon 10:00")
    await hold(council, days=2)
    await council.goes_to("Tue 12:00")
    assert len(amira.inbox) == 1
    await amira.opens_home()
    await amira.taps_home("Answer in a form")
    await amira.fills({"Anything else?": "All well"})
    await council.goes_to("Wed 12:00")
    assert len(amira.inbox) == 1
    assert "All well" in amira.last.text


async def test_a_reminder_is_not_sent_after_the_check_in_has_closed(council: Council, amira: Resident):
    await council.goes_to("Mon 10:00")
    await hold(council, days=7)
    await council.goes_to("Sun 12:00")
    # Amira's and her line manager's.
    assert (await states(council))["cancelled"] == 2
    await council.goes_to("Mon 12:00")
    # Last week's question, which says that it can still be answered, and this week's.
    assert len(amira.inbox) == 2
