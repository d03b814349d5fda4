"""Someone is erased: after all that people do with Milepost, nothing in the database leads to them any longer."""

import asyncio
import subprocess
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from core.chat.card import Card, Paragraph
from core.chat.event import Origin, TextReceived
from core.model.evidence import Evidence, EvidenceSource
from core.model.feedback import Telling, WaitingFeedback
from core.model.organisation_week import Dimension
from core.model.person import Access, Platform, Team
from core.model.privacy import LegalHold, OnHold
from core.model.training import Course, TrainingCompletion
from core.services.erase_person import erase_person
from core.services.keep_weeks import keep_weeks
from storage.erasing.vacuum import leave_nothing
from storage.tables import metadata
from storage.web_messages import WebMessages
from tests.postgresql import server_binaries
from tests.stories.council import TENANT, Council, Resident

NAME = "Zephyrine Quillfeather"
EMAIL = "zephyrine.q@vale.example"
ID = "7c1d5be0a4f24a0f9a6d3b1c2e8f9a10"
OWN = [
    *("wombat-obstacle", "wombat-note", "wombat-reason", "wombat-agenda", "wombat-private", "wombat-review"),
    *("wombat-draft", "wombat-question", "wombat-objective", "wombat-evidence", "wombat-skill", "wombat-file"),
    *("wombat-inbox", "wombat-web", "wombat-action", "wombat-reply", "wombat-certificate"),
]
"""What the person wrote about their own work, each in another place."""

ABOUT = [
    *("badger-remark", "badger-thanks", "badger-feedback", "badger-review", "badger-note", "badger-waiting"),
]
"""What others wrote about the person."""

FOR_OTHERS = ["heron-thanks", "heron-feedback"]
"""What the person wrote to others, which is theirs to keep; nobody is named as its writer."""


@pytest.fixture
async def council(database, clock):
    """The council of the stories, on each of the two databases."""
    clock.move_to(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    founded = Council(database, clock)
    await founded.found()
    return founded


@pytest.fixture
async def lead(council):
    return await council.hire("Megan Price", access=Access.HR)


@pytest.fixture
async def leaver(council, lead):
    await council.form_team(Team("lettings", TENANT.id, "Lettings"))
    hired = await council.hire(NAME, manager=lead, id=ID, email=EMAIL, team_id="lettings")
    council.residents[ID] = hired
    return hired


@pytest.fixture
async def ben(council, lead):
    return await council.hire("Ben Lloyd", manager=lead)


async def dumped(council: Council, url: str) -> str:
    """All that is in the database: its files' bytes, and every value of every table, opened where it is sealed."""
    async with council.database.connected_for_reading() as connection:
        rows = [
            repr(tuple(row)) for table in metadata.sorted_tables for row in await connection.execute(select(table))
        ]
    return "\n".join([await bytes_of(url), *rows])


async def bytes_of(url: str) -> str:
    """What lies on the disk (SQLite), or what PostgreSQL's own tool takes out."""
    assert await leave_nothing(url)
    if url.startswith("sqlite"):
        folder = Path(url.partition("///")[2])
        files = [folder, folder.with_name(f"{folder.name}-wal")]
        return "".join(each.read_bytes().decode("latin-1") for each in files if each.exists())
    address = url.replace("postgresql+asyncpg", "postgresql")
    host, name = address.partition("?host=")[2], address.partition("@/")[2].partition("?")[0]
    binaries = server_binaries()
    assert binaries is not None
    command = [str(binaries / "pg_dump"), "--inserts", "-h", host, "-U", "postgres", name]
    run = partial(subprocess.run, command, check=True, capture_output=True, text=True, timeout=60)
    return (await asyncio.to_thread(run)).stdout


async def lives_a_week(council: Council, leaver: Resident, lead: Resident, ben: Resident) -> None:
    """Everything that leaves words or names behind, through what people type and tap."""
    objective = await council.sets_objective(
        leaver, "wombat-objective complaints", kept_because="wombat-reason", due_on=date(2027, 3, 31)
    )
    await council.sets_objective(ben, "Let homes faster")
    await council.goes_to("Mon 10:00")
    await leaver.taps("Answer in a form")
    await leaver.fills(
        {
            "Status": "At risk",
            "What helped, or got in the way?": "wombat-obstacle",
            "Anything else?": f"wombat-note, says {NAME}",
        }
    )
    await ben.taps("Answer in a form")
    await ben.fills(
        {
            "Status": "On track",
            "What helped, or got in the way?": f"Waiting for {NAME.upper()} and {EMAIL}",
            "Anything else?": "Nothing else",
        }
    )
    await lead.says(f"team {NAME}")
    await lead.taps("Comment, flag or pass up")
    await lead.fills(
        {
            "Which answer": "wombat-objective complaints",
            "What you would like to do": "Comment on it",
            "What you would like to say": "badger-remark",
        }
    )
    await leaver.taps("Reply")
    await leaver.fills({"Your reply": "wombat-reply"})
    await ben.commands(f"kudos {NAME} for badger-thanks")
    await ben.fills({"Who reads it": "Just them"})
    await leaver.commands("kudos Ben Lloyd for heron-thanks")
    await leaver.fills({"Who reads it": "Just them"})
    await ben.commands(f"feedback {NAME}")
    await ben.fills({"What they did and its effect": "badger-feedback", "Who will read it": "Only them"})
    await leaver.commands("feedback Ben Lloyd")
    await leaver.fills({"What they did and its effect": "heron-feedback", "Who will read it": "Only them"})
    await leaver.says("feedback ask Ben Lloyd about wombat-question")
    await leaver.says("agenda add wombat-agenda")
    await lead.says(f"team one-to-one {NAME} on Thursday 14:00")
    await lead.commands(f"team one-to-one {NAME} done")
    await lead.fills({"Note for both of you": "badger-note", "An agreed action": "wombat-action"})
    await leaver.commands("one-to-one done")
    await leaver.fills({"Private note": "wombat-private"})
    await leaver.says("review annual")
    await leaver.taps("Write in my words")
    await leaver.fills({"Highlights": "wombat-review"})
    await leaver.taps("Hand it on to Megan Price")
    await lead.taps("Look at it")
    await lead.taps("Add my comments")
    await lead.fills({"Your comment": "badger-review"})
    await lead.taps("Ask for both signatures")
    await ben.says("review annual")
    await ben.taps("Write in my words")
    await ben.fills({"Highlights": f"Helped {NAME}"})
    await ben.taps("Hand it on to Megan Price")
    await council.goes_to("Tue 09:00")
    await lead.says("team review Ben Lloyd")
    await lead.taps("Open")
    await lead.taps("Ask for both signatures")
    await leaver.attaches(council.shelf.put("wombat-file.pdf", b"x"))
    await leaver.says("my skills add wombat-skill")
    await leaver.says("away on 8 December")
    await leaver.commands("feedback Ben Lloyd")
    await leaver.fills({"What they did and its effect": "wombat-draft"}, draft=True)
    await ben.commands("feedback Megan Price")
    await ben.fills({"What they did and its effect": f"Ask {NAME} about it"}, draft=True)
    await leaver.says("export my check-ins")
    await _what_else_is_kept(council, leaver, ben, objective.id)


async def _what_else_is_kept(council, leaver, ben, objective_id):
    """What takes many people, a failure or a browser to come about, by the stores that keep it."""
    now = council.clock.now()
    shown = Evidence(
        "e1", TENANT.id, objective_id, "wombat-evidence", "", leaver.person.id, now, EvidenceSource.TYPED
    )
    waiting = WaitingFeedback("w1", TENANT.id, ben.person.id, ID, Telling(text="badger-waiting"))
    failed = TextReceived(Origin(Platform.WEB, "demo", EMAIL, "failed", f"dm:{EMAIL}", True), "wombat-inbox")
    bens = TextReceived(
        Origin(Platform.WEB, "demo", ben.person.email, "bens", "dm:ben", True), f"Thanks to {NAME}"
    )
    course = Course("fire", TENANT.id, "Fire safety", mandatory=True)
    done = TrainingCompletion("t1", TENANT.id, ID, "fire", date(2026, 11, 2), None, "wombat-certificate")
    async with council.database.transaction() as store:
        await store.evidence.add(shown)
        await store.unnamed_feedback.save(waiting)
        await store.training.save_courses([course])
        await store.training.save_completions([done])
        for event in (failed, bens):
            await store.inbox.accept(event, now)
    chat = WebMessages(council.database)
    await chat.add(f"dm:{EMAIL}", ID, "wombat-web", None, None, now)
    await chat.add(f"dm:{ben.person.email}", "", "", Card(f"From {NAME}", (Paragraph("x"),)), "d1", now)


async def erased(council, person):
    async with council.database.transaction() as store:
        return await erase_person(store, person, council.clock.now())


async def test_after_a_week_of_everything_nothing_leads_to_them_any_longer(
    council, leaver, lead, ben, database_url
):
    await lives_a_week(council, leaver, lead, ben)
    before = await dumped(council, database_url)
    assert [each for each in (*OWN, *ABOUT, *FOR_OTHERS, NAME, EMAIL, ID) if each not in before] == []
    counts = await weekly_counts(council)

    done = await erased(council, leaver.person)

    after = await dumped(council, database_url)
    assert [each for each in (*OWN, *ABOUT) if each in after] == []
    assert [each for each in ("quillfeather", "zephyrine", EMAIL) if each in after.casefold()] == []
    assert [each for each in FOR_OTHERS if each not in after] == []
    assert done["checkins"] == 1 and done["people"] >= 1
    assert await weekly_counts(council) == counts
    assert "Former colleague" in await ben.says("feedback")
    await ben.taps("Read it")
    assert "heron-feedback" in ben.last.text
    async with council.database.reading() as store:
        assert [each.person_id for each in await store.privacy.erasures()] == [ID]
        assert await store.people.by_account(Platform.WEB, "demo", EMAIL) is None
        review = (await store.reviews.of_people([ben.person.id]))[0]
        version = await store.reviews.version(review.id, 1)
    assert version.is_whole


async def weekly_counts(council):
    """What the organisation's figures say of the weeks that are over."""
    async with council.database.transaction() as store:
        await keep_weeks(store, TENANT.id, date(2026, 12, 7))
        return await store.organisation_weeks.cells(TENANT.id, Dimension.WHOLE, date(2026, 1, 1), date(2027, 1, 1))


async def test_erasing_someone_twice_changes_nothing_more(council, leaver, ben):
    await erased(council, leaver.person)
    async with council.database.reading() as store:
        (left,) = (await store.people.by_ids([ID])).values()
    assert (left.name, left.role, left.manager_id) == ("Former colleague", "", None)
    assert not left.employed_on(date(2026, 11, 20))
    again = await erased(council, left)
    assert set(again) <= {"people"}


async def test_a_shared_objective_stays_with_who_shares_it(council, leaver, ben):
    objective = await council.sets_objective(leaver, "Answer complaints faster")
    async with council.database.transaction() as store:
        await store.objectives.share(objective.id, [ben.person.id])
    await erased(council, leaver.person)
    async with council.database.reading() as store:
        kept = await store.objectives.by_ids([objective.id])
    assert kept[objective.id].person_id == ben.person.id


async def test_someone_of_the_same_first_name_keeps_theirs(council, leaver, lead):
    other = await council.hire("Zephyrine Jones", manager=lead)
    await council.sets_objective(other, "Zephyrine’s own objective")
    await erased(council, leaver.person)
    assert "Zephyrine’s own objective" in await other.says("objectives")


async def test_a_legal_hold_keeps_everything_and_says_why(council, leaver):
    now = council.clock.now()
    async with council.database.transaction() as store:
        await store.privacy.hold(LegalHold("h1", TENANT.id, ID, "Tribunal claim 1234", now))
        await store.privacy.hold(LegalHold("h2", TENANT.id, ID, "Another", now))
    with pytest.raises(OnHold, match="Tribunal claim 1234"):
        await erased(council, leaver.person)
    async with council.database.transaction() as store:
        assert [each.id for each in await store.privacy.holds(TENANT.id)] == ["h1"]
        assert await store.privacy.release(ID, now)
        assert not await store.privacy.release(ID, now)
    await erased(council, leaver.person)
