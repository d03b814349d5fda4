"""Whoever reads of another or takes it away leaves a row in the audit log; who reads of themselves leaves none."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from core.model.feedback import Feedback, Telling, Visibility
from core.model.person import Access
from core.model.review import Review, ReviewKind, ReviewStage
from core.permissions import _TRACES, Permission

SINCE = datetime(2026, 1, 1, tzinfo=UTC)


async def traces(council):
    """Who did what to whom, of everything that people did."""
    async with council.database.reading() as store:
        entries = await store.audit.after("vale", 0, 1_000)
    return [(each.actor_id, each.action, each.subject_id) for each in entries if each.actor_kind == "person"]


@pytest.fixture
async def nia(council):
    return await council.hire("Nia Vaughan", access=Access.HR)


async def test_a_line_manager_who_looks_at_the_team_leaves_a_trace_of_each_report(council, lead, amira, ben):
    await lead.says("team")
    found = await traces(council)
    assert ("megan", "team_status.read", "amira") in found and ("megan", "team_status.read", "ben") in found
    assert len(found) == len(set(found)), "each once a turn"


async def test_looking_at_oneself_leaves_none(council, amira):
    await amira.says("objectives", "training", "review", "actions", "settings", "my skills", "help")
    await amira.opens_home()
    assert await traces(council) == []


async def test_a_colleague_who_is_refused_leaves_none(council, lead, amira, ben):
    await amira.says("team Ben", "objectives Ben", "hr compliance", "hr reviews")
    assert await traces(council) == []


async def test_what_a_line_manager_opens_of_a_report_leaves_a_trace_of_its_kind(council, lead, amira):
    await council.sets_objective(amira, "Answer sooner")
    await council.goes_to("Mon 10:00")
    opened = {
        "team Amira": "check_in.read",
        "objectives Amira": "objective.read",
        "team one-to-one Amira": "one_to_one.read",
        "team skills Amira": "skills.read",
        "team training": "training.read",
    }
    for said, action in opened.items():
        before = await traces(council)
        await lead.says(said)
        added = (await traces(council))[len(before) :]
        assert ("megan", action, "amira") in added, said
    read = {action for _, action, _ in await traces(council)}
    assert {"missed_target.read", "agreed_action.read"} <= read, "they are on the report's page"


async def test_feedback_meant_for_the_line_manager_leaves_a_trace_once_it_is_opened(council, lead, amira, ben):
    said = Telling(text="Stayed late for a resident")
    given = Feedback("f1", "vale", "ben", "amira", Visibility.PERSON_AND_MANAGER, council.clock.now(), said=said)
    async with council.database.transaction() as store:
        await store.feedback.save(given)
    await amira.sends_action("feedback.read", "f1")
    assert await traces(council) == []
    await lead.sends_action("feedback.open", "f1")
    assert ("megan", "feedback.read", "amira") in await traces(council)


async def test_a_review_that_was_handed_on_leaves_a_trace_once_its_reader_opens_it(council, lead, amira):
    review = Review(
        "r1", "vale", "amira", "amira", ReviewKind.ANNUAL, date(2026, 4, 1), date(2027, 3, 31), date(2027, 3, 31),
        ReviewStage.WITH_MANAGER, council.clock.now(),
    )  # fmt: skip
    async with council.database.transaction() as store:
        await store.reviews.add(review)
    await lead.sends_action("review.show", "r1")
    assert ("megan", "review.read", "amira") in await traces(council)


@pytest.mark.parametrize(
    ("said", "action"),
    [
        ("hr compliance", "overdue_training.list"),
        ("hr reviews", "review.list"),
        ("hr verify", "training.list"),
        ("hr broadcasts", "audience.list"),
        ("hr messages", "undelivered.list"),
    ],
)
async def test_what_hr_is_shown_of_people_leaves_a_trace_that_concerns_everyone(council, nia, amira, said, action):
    await nia.says(said)
    assert ("nia", action, "*") in await traces(council)
    async with council.database.reading() as store:
        about = await store.audit.about("vale", "amira", SINCE)
    assert (about[0].actor_id, about[0].action) == ("nia", action)


async def test_whoever_names_a_delegate_leaves_a_trace_and_so_does_who_ends_it(council, lead, amira):
    rhys = await council.hire("Rhys Evans")
    await lead.says_to("settings delegate @Rhys from 23 November to 4 December", rhys)
    assert ("megan", "delegation.grant", "rhys") in await traces(council)
    await lead.says("settings delegate off")
    assert ("megan", "delegation.end", "rhys") in await traces(council)


async def test_a_trace_says_where_and_in_which_event(council, lead, amira):
    await lead.says("team")
    async with council.database.reading() as store:
        (entry,) = await store.audit.by("vale", "megan", SINCE)
    assert (entry.surface, entry.at) == ("web", council.clock.now())


async def test_one_turn_appends_once_however_many_reports_there_are(council, lead):
    for number in range(12):
        await council.hire(f"R{number} Jones", manager=lead)
    await lead.says("team")
    async with council.database.reading() as store:
        entries = await store.audit.by("vale", "megan", SINCE)
    assert len(entries) == 12
    assert len({entry.at for entry in entries}) == 1


async def test_a_former_line_manager_leaves_no_trace_of_who_moved_on(council, lead, amira):
    other = await council.hire("Rhys Evans")
    async with council.database.transaction() as store:
        await store.people.save([replace(amira.person, manager_id=other.person.id)])
    await lead.says("team Amira")
    assert [each for each in await traces(council) if each[1] == "check_in.read"] == []
    await other.says("team Amira")
    assert ("rhys", "check_in.read", "amira") in await traces(council)


def test_of_every_permission_it_is_said_whether_its_grant_leaves_a_trace():
    assert set(_TRACES) == set(Permission)
    reading = {each for each in Permission if each.name.startswith(("READ_", "SEE_"))}
    # What only the person themselves is granted is no access to another.
    assert {each for each in reading if _TRACES[each] is None} == {Permission.READ_FEEDBACK}
