"""How long a check-in is open, and answering it before one goes away."""

import pytest

from core.model.checkin import CheckInState
from core.model.person import Access
from tests.stories.council import Council, Resident


@pytest.fixture
async def hr(council: Council) -> Resident:
    """Someone of HR."""
    return await council.hire("Olwen Rees", access=Access.HR)


async def test_hr_sets_how_long_a_check_in_is_open(council, hr, amira):
    assert "Thu 26 Nov, 17:00" in await hr.says("hr questions window 3 days")
    await council.goes_to("Mon 10:00")
    assert "Thu 26 Nov, 17:00 (London)" in amira.last.text
    assert "nothing was changed" in await hr.says("hr questions window 30 days")
    await hr.taps("Undo")
    await council.goes_to("Mon 10:00")
    assert "Fri 4 Dec, 17:00 (London)" in amira.last.text


@pytest.mark.parametrize("typed", ["hr questions", "hr questions bank", "hr questions preview"])
async def test_hr_sees_what_it_asks_for(hr, typed):
    assert hr.inbox == []
    assert len(await hr.says(typed)) > 20


async def test_the_set_up_s_form_has_the_window_too_and_leaves_it_alone_without_a_choice(council, hr, amira):
    await hr.says("hr setup")
    await hr.taps("Change the day or time")
    await hr.fills({"Day": "Tuesday", "Time": "9:00", "Open for": "2 days"})
    await hr.says("hr setup")
    await hr.taps("Change the day or time")
    await hr.fills({"Day": "Monday", "Time": "10:00"})
    await council.goes_to("Mon 10:00")
    assert "Wed 25 Nov, 17:00 (London)" in amira.last.text


@pytest.mark.parametrize("typed", ["I'm away Monday", "away for 3 days from Monday", "i ffwrdd dydd Llun"])
async def test_whoever_is_away_on_the_day_is_offered_to_answer_ahead(council, amira, typed):
    said = await amira.says(typed)
    assert "Mon 23 Nov" in said
    assert "answer it now" in said
    await amira.taps("Answer it now")
    await amira.fills({"Anything else?": "All well"})
    assert (await council.check_in_of(amira)).ahead
    before = len(amira.inbox)
    await council.goes_to("Wed 12:00")
    assert len(amira.inbox) == before


async def test_with_a_check_in_open_it_is_that_one_that_is_offered(council, amira):
    await council.goes_to("Mon 11:00")
    assert "answer it before you go" in await amira.says("away Thursday to Friday")
    await amira.taps("Answer before I go")
    await amira.fills({"Anything else?": "All well"})
    assert (await council.check_in_of(amira)).state is CheckInState.ANSWERED
    assert "answer it" not in await amira.says("away Thursday to Friday")


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("away for 3 days", "Tue 24 Nov"),
        ("away until Wednesday", "Tue 24 Nov"),
        ("i ffwrdd am 3 diwrnod", "Tue 24 Nov"),
        ("i ffwrdd tan ddydd Mercher", "Tue 24 Nov"),
    ],
)
async def test_being_away_is_said_in_plain_words(amira, typed, last):
    said = await amira.says(typed)
    assert last in said
    assert "answer it now" not in said
