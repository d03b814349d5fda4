"""How work has felt: who is asked, who reads it, and what HR sees of it."""

from dataclasses import replace

import pytest

from core.model.person import Access, ChannelAddress, Platform, Team
from tests.stories.council import TENANT, Council, Resident


@pytest.fixture
async def hr(council: Council) -> Resident:
    """Someone of HR."""
    return await council.hire("Olwen Rees", access=Access.HR)


async def test_the_wellbeing_question_is_off_until_it_is_turned_on(council, hr, lead, amira):
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert "How has work felt?" not in amira.last.text
    await hr.says("hr questions wellbeing on")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert "How has work felt?" in amira.last.text
    assert "Read by you and your line manager only, unless you share it" in amira.last.text
    await amira.taps("2 – Hard")
    assert "Who may read that?" in amira.last.text
    await amira.says("skip", "skip")
    assert "2 – Hard" in await lead.says("team Amira")


async def test_how_work_has_felt_stays_out_of_summaries_and_from_the_manager_s_manager(council, lead, amira):
    head = await council.hire("Dylan Head", access=Access.HR)
    async with council.database.transaction() as store:
        people = await store.people.by_ids([lead.person.id])
        await store.people.save([replace(people[lead.person.id], manager_id=head.person.id)])
    await lead.says("team questions wellbeing on")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    await amira.says("1", "skip", "skip")
    for text in (await lead.says("team summary"), await head.says("team summary"), await head.says("team Megan")):
        assert "How has work felt" not in text
        assert "Very hard" not in text
    assert "Very hard" not in await head.says("team Amira")


async def test_what_is_shared_with_the_team_is_counted_in_the_summary_and_nothing_else(council, lead):
    team = Team("streets", TENANT.id, "Streets", lead.person.id, channel=ChannelAddress(Platform.WEB, "demo", "s"))
    await council.form_team(team)
    amira = await council.hire("Amira Hassan", manager=lead, team_id="streets")
    callum = await council.hire("Callum Reid", manager=lead, team_id="streets")
    await lead.says("team questions wellbeing on", "team questions add from bank proud")
    await council.goes_to("Mon 10:00")
    for person, share in ((amira, "Share with my team"), (callum, "For my line manager only")):
        await person.taps("Answer here in chat")
        await person.says("4")
        await person.taps(share)
        await person.says(f"{person.person.first_name}’s letters", "skip")
    text = await lead.says("team summary")
    assert "How has work felt?" in text
    assert "4 – Good: 1" in text
    assert "Amira’s letters" in text


async def test_hr_sees_figures_of_weeks_that_are_over_where_five_or_more_answered(council, hr, lead):
    people = [await council.hire(f"{name} Jones", manager=lead) for name in ("Ann", "Ben", "Cai", "Dee", "Eve")]
    assert "off until you" in await hr.says("hr wellbeing")
    await hr.taps("Ask everyone")
    for answering in (people, people[:4]):
        await council.goes_to("Mon 10:00")
        for number, person in enumerate(answering, start=1):
            await person.taps("Answer here in chat")
            await person.says(str(number), "skip", "skip")
        # While the week runs, nobody can be told apart by what an answer changes.
        assert f"| {len(answering)} |" not in await hr.says("hr wellbeing")
    await council.goes_to("Mon 10:00")
    shown = await hr.says("hr wellbeing")
    assert "Mon 23 Nov" in shown
    assert "fewer than 5" in shown
    row = next(line for line in shown.splitlines() if "Mon 23 Nov" in line)
    assert "3" in row
    assert "Ann" not in shown


async def test_nobody_but_hr_sees_the_figures(lead, amira):
    assert "for HR" in await lead.says("hr wellbeing")
    await lead.sends_action("hr.wellbeing", "")
    assert "for HR" in lead.last.text
