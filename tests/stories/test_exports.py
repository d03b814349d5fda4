"""Who gets which tables: HR the organisation's, line managers their reports', everyone their own."""

import re

import pytest

from core.model.person import Access
from core.ports import Part
from core.records.tables import TABLES, Reach, page, tables_for, whose_rows


@pytest.fixture
async def nia(council):
    return await council.hire("Nia Vaughan", access=Access.HR)


async def emails_in(council, asker, name, reach):
    async with council.database.reading() as store:
        whose = await whose_rows(store, asker.person, TABLES[name], reach)
        if whose is None:
            return None
        rows = await page(store, TABLES[name], whose, Part(1_000), council.clock.now())
    return {row.email for row in rows}


async def test_each_reads_the_people_that_are_theirs_to_read(council, lead, amira, ben, nia):
    everyone = {each.person.email for each in (lead, amira, ben, nia)}
    assert await emails_in(council, nia, "people", Reach.ORGANISATION) == everyone
    assert await emails_in(council, lead, "people", Reach.TEAM) == {amira.person.email, ben.person.email}
    assert await emails_in(council, amira, "people", Reach.OWN) == {amira.person.email}
    assert await emails_in(council, amira, "people", Reach.TEAM) == set()
    for asker in (lead, amira):
        assert await emails_in(council, asker, "people", Reach.ORGANISATION) is None


async def test_what_people_wrote_is_in_no_table_of_the_whole_organisation(nia, lead):
    free = {"factors", "note", "happened", "prevention", "text"}
    for name in tables_for(nia.person, Reach.ORGANISATION):
        assert not free & set(TABLES[name].row.model_fields), name
    named = {"check-ins", "progress", "objectives", "missed-targets", "actions", "feedback", "recognition"}
    assert not named & set(tables_for(nia.person, Reach.ORGANISATION))
    assert not {"feedback", "recognition"} & set(tables_for(lead.person, Reach.TEAM))
    assert named <= set(tables_for(lead.person, Reach.OWN))


async def test_it_is_asked_for_in_words(council, lead, amira, nia):
    said = await lead.says("team export")
    assert "Export for your team" in said and "Missed targets" in said
    assert "Check-ins by team" not in said
    assert "Nobody reports to you" in await amira.says("team export")
    said = await amira.says("export")
    assert "Export what is yours" in said and "Feedback" in said
    assert "That is for HR" in await amira.says("hr export people")
    await amira.sends_action("export.get", "people|csv")
    assert "That is for HR" in amira.last.text
    for wrong in ("team/nothing|csv", "everyone/people|csv", "own/people|pdf", "own/pulse|csv"):
        await amira.sends_action("export.get", wrong)
        assert not re.search(r"/download/", amira.last.text)


async def test_without_an_address_it_is_said_what_to_do(council, amira, nia):
    assert "Your administrator can set one" in await amira.says("export my training csv")
    assert "milepost export training training.xlsx" in await nia.says("hr export training")
