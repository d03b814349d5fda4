"""Priorities, goals and objectives: kept by HR and team leads, and seen as one tree by everybody."""

from dataclasses import replace

import pytest

from core.chat.card import ChoiceInput
from core.model.aim import Aim, AimKind
from core.model.objective import Progress, Status
from core.model.person import Access, Language, Team
from tests.stories.council import TENANT

LISTEN = Aim("listen", TENANT.id, AimKind.PRIORITY, "Services that listen")
CALLS = Aim("calls", TENANT.id, AimKind.PRIORITY, "Calls answered", "listen", None, 1)
GREEN = Aim("green", TENANT.id, AimKind.PRIORITY, "Greener together", None, None, 2)
TEN_DAYS = Aim("ten", TENANT.id, AimKind.GOAL, "Every complaint in ten days", "listen", "complaints", 3)


TOP = "Nothing: it stands at the top"
CALLS_LABEL = "Calls answered (part of “Services that listen”)"


@pytest.fixture
async def hr(council):
    return await council.hire("Beth Langley", access=Access.HR)


@pytest.fixture
async def lead(council):
    found = await council.hire("Megan Price")
    await council.form_team(Team("complaints", TENANT.id, "Complaints", found.person.id))
    return found


@pytest.fixture
async def amira(council, lead):
    return await council.hire("Amira Hassan", manager=lead, team_id="complaints")


async def keeps(council, *aims: Aim) -> None:
    async with council.database.transaction() as store:
        await store.aims.save(aims)


async def aims_of(council) -> list[tuple[str, str | None, str | None]]:
    """Titles with what they serve and the team whose goal they are."""
    async with council.database.reading() as store:
        aims = await store.aims.all(TENANT.id)
    titles = {aim.id: aim.title for aim in aims}
    return [(aim.title, titles.get(aim.parent_id), aim.team_id) for aim in aims]


async def aligned(council, owner, title: str, aim_id: str | None, status: Status | None = None, percent=None):
    objective = await council.sets_objective(owner, title)
    async with council.database.transaction() as store:
        await store.objectives.save([replace(objective, aim_id=aim_id)], council.clock.now())
        await store.objectives.set_latest({objective.id: Progress(percent=percent, status=status)})
    return objective


# --- HR keeps the priorities ----------------------------------------------------------------------------------


async def test_hr_keeps_priorities_with_a_sentence_each(council, hr):
    assert "No priorities are kept yet" in await hr.says("hr priorities")
    assert "Added: Services that listen" in await hr.says("hr priorities add Services that listen")
    await hr.says("hr priorities add Calls answered under services THAT listen")
    await hr.says("hr priorities add Team working that lasts")
    assert await aims_of(council) == [
        ("Services that listen", None, None),
        ("Calls answered", "Services that listen", None),
        ("Team working that lasts", None, None),
    ]
    said = await hr.says("hr priorities rename Team working that lasts to A good place to work")
    assert "Renamed: A good place to work" in said
    said = await hr.says("hr priorities move A good place to work under Services that listen")
    assert "  • A good place to work" in said
    await hr.says("hr priorities move Calls answered to the top")
    assert await aims_of(council) == [
        ("Services that listen", None, None),
        ("Calls answered", None, None),
        ("A good place to work", "Services that listen", None),
    ]


async def test_hr_adds_moves_and_renames_in_forms(council, hr):
    await keeps(council, LISTEN)
    await hr.says("hr priorities")
    await hr.taps("Add a priority")
    assert "Everyone in the organisation can read this." in str(hr.form)
    await hr.fills({"Title": "Calls answered", "It serves": "Services that listen"})
    assert "Added: Calls answered" in hr.last.text
    await hr.taps("Move")
    await hr.fills(
        {
            "Which one?": "Calls answered (part of “Services that listen”)",
            "It serves": "Nothing: it stands at the top",
        }
    )
    assert "Moved: Calls answered" in hr.last.text
    await hr.taps("Rename")
    await hr.fills({"Which one?": "Calls answered", "New title": "Every call answered"})
    assert await aims_of(council) == [("Services that listen", None, None), ("Every call answered", None, None)]


async def test_a_form_sent_twice_is_one_priority(council, hr):
    await hr.commands("hr priorities add")
    form = hr.form
    await hr.fills({"Title": "Safe homes"})
    hr.form = form
    await hr.fills({"Title": "Safe homes"})
    assert await aims_of(council) == [("Safe homes", None, None)]


async def test_a_button_tapped_again_adds_another(council, hr):
    first = (await hr.says("hr priorities"), hr.last)[1]
    for title in ("Safe homes", "Fair chances"):
        await hr.taps("Add a priority", first)
        assert not [part.value for part in hr.form.parts if getattr(part, "key", "") == "title" and part.value]
        await hr.fills({"Title": title})
    assert [title for title, _, _ in await aims_of(council)] == ["Safe homes", "Fair chances"]


@pytest.mark.parametrize(
    "word", ["hr", "hr priorities", "hr priorities add Mine", "hr alignment", "Adnoddau dynol"]
)
async def test_nobody_else_keeps_or_sees_what_is_hrs(council, amira, word):
    await keeps(council, LISTEN)
    said = await amira.says(word)
    assert "That is for HR" in said
    assert "the HR team" in said
    assert "Services" not in said
    assert await aims_of(council) == [("Services that listen", None, None)]


async def test_help_names_hr_to_hr_alone(council, hr, amira):
    assert "hr priorities" in await hr.says("help")
    assert "hr priorities" not in await amira.says("help")


# --- what cannot be kept --------------------------------------------------------------------------------------


async def test_a_repeated_title_is_refused_with_what_was_typed_and_goes_on_from_there(council, hr):
    await keeps(council, LISTEN)
    said = await hr.says("hr priorities add services that  LISTEN")
    assert "“Services that listen” exists already" in said
    assert "You said:\nservices that  LISTEN" in said
    await hr.says("Services that answer")
    assert [title for title, _, _ in await aims_of(council)] == ["Services that listen", "Services that answer"]


async def test_a_repeated_title_in_a_form_leaves_the_form_as_it_is(council, hr):
    await keeps(council, LISTEN, GREEN)
    await hr.commands("hr priorities add")
    await hr.fills({"Title": "Greener together", "It serves": "Services that listen"})
    assert "exists already" in hr.errors["title"]
    shown = {part.label: part.value for part in hr.form.parts if hasattr(part, "key")}
    assert shown == {"Title": "Greener together", "It serves": "listen"}
    await hr.fills({"Title": "Greener streets"})
    assert (await aims_of(council))[-1] == ("Greener streets", "Services that listen", None)


async def test_an_empty_title_is_asked_for(council, hr):
    await hr.commands("hr priorities add")
    await hr.fills({"Title": "   "})
    assert hr.errors["title"]
    assert await aims_of(council) == []


async def test_a_circle_is_named_and_something_else_can_be_chosen(council, hr):
    await keeps(council, LISTEN, CALLS, GREEN)
    said = await hr.says("hr priorities move Services that listen under Calls answered")
    assert "Services that listen → Calls answered → Services that listen" in said
    assert (await aims_of(council))[0] == ("Services that listen", None, None)
    await hr.says("greener together")
    assert (await aims_of(council))[0] == ("Services that listen", "Greener together", None)


async def test_a_circle_in_a_form_is_named_beside_what_it_serves(council, hr):
    await keeps(council, LISTEN, CALLS)
    await hr.commands("hr priorities move")
    await hr.fills({"Which one?": "Services that listen", "It serves": CALLS_LABEL})
    assert "in a circle" in hr.errors["serves"]
    await hr.fills({"It serves": TOP})
    assert (await aims_of(council))[0] == ("Services that listen", None, None)


async def test_a_title_that_is_not_known_is_asked_about_with_the_nearest(council, hr):
    await keeps(council, LISTEN, GREEN)
    said = await hr.says("hr priorities rename Services listening to Services that hear")
    assert "Did you mean “Services that listen”?" in said
    await hr.says("Services that listen")
    assert [title for title, _, _ in await aims_of(council)] == ["Services that hear", "Greener together"]


# --- a lead keeps the goals of the team -----------------------------------------------------------------------


async def test_a_lead_keeps_the_goals_of_the_team(council, lead):
    await keeps(council, LISTEN, GREEN)
    assert "Your team has no goals yet" in await lead.says("team goals")
    said = await lead.says("team goals add Letters for everyone for Services that listen")
    assert "• Services that listen\n  • Letters for everyone: our team’s goal" in said
    assert (await aims_of(council))[-1] == ("Letters for everyone", "Services that listen", "complaints")
    await lead.says("team goals Letters for everyone serves Greener together")
    assert (await aims_of(council))[-1] == ("Letters for everyone", "Greener together", "complaints")
    await lead.says("team goals rename Letters for everyone to Letters in plain words")
    assert (await aims_of(council))[-1] == ("Letters in plain words", "Greener together", "complaints")


async def test_what_a_new_goal_serves_is_asked_where_it_was_not_said(council, lead):
    await keeps(council, LISTEN)
    assert "What does it serve?" in await lead.says("team goals add Every letter in ten days")
    await lead.taps("Services that listen")
    assert (await aims_of(council))[-1] == ("Every letter in ten days", "Services that listen", "complaints")


async def test_a_command_from_a_menu_keeps_goals_as_well(council, lead):
    await keeps(council, LISTEN)
    await lead.commands("Team Goals add Every letter in ten days for services that listen")
    assert (await aims_of(council))[-1] == ("Every letter in ten days", "Services that listen", "complaints")


async def test_a_lead_changes_neither_priorities_nor_another_teams_goals(council, lead):
    other = Aim("other", TENANT.id, AimKind.GOAL, "Mend potholes", "listen", "roads", 4)
    await council.form_team(Team("roads", TENANT.id, "Roads"))
    await keeps(council, LISTEN, TEN_DAYS, other)
    before = await aims_of(council)
    for words in ("Mend potholes to Mine", "Services that listen to Mine"):
        assert "that fits here" in await lead.says(f"team goals rename {words}")
        await lead.says("stop")
    await lead.sends_action("aims.rename", "priorities.abc")
    await lead.sends_action("aims.rename", "goals.roads.abc")
    await lead.sends_action("aims.add", "")
    assert lead.form is None
    assert await aims_of(council) == before


async def test_who_leads_no_team_keeps_no_goals(council, amira):
    await keeps(council, LISTEN)
    said = await amira.says("team goals add Mine")
    assert "you lead none" in said
    assert len(await aims_of(council)) == 1


# --- everybody sees how their work serves ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "asked",
    ["objectives tree", "how does my work serve the community?", "amcanion coeden"],
)
async def test_everybody_sees_how_their_work_serves_the_community(council, amira, asked):
    await keeps(council, LISTEN, CALLS, GREEN, TEN_DAYS)
    await aligned(council, amira, "Answer complaints faster", "ten", Status.AT_RISK, 62.0)
    await aligned(council, amira, "Ring back", "calls", Status.ON_TRACK, 80.0)
    await aligned(council, amira, "Tidy the store room", None)
    said = await amira.says(asked)
    assert said.splitlines()[:9] == [
        "How my work serves the community",
        "2 of your 3 objectives serve a priority.",
        "• Services that listen",
        "  • Calls answered",
        "    • Ring back: 80% (On track)",
        "  • Every complaint in ten days: our team’s goal",
        "    • Answer complaints faster: 62% (At risk)",
        "Serves nothing yet",
        "• Tidy the store room: No figure yet",
    ]
    assert "Greener together" not in said


async def test_the_tree_speaks_welsh(council, lead):
    carys = await council.hire("Carys Evans", manager=lead, team_id="complaints", language=Language.CY)
    await keeps(council, LISTEN, TEN_DAYS)
    said = await carys.says("Sut mae fy ngwaith yn gwasanaethu?")
    assert "nod ein tîm" in said
    assert "Nid oes gennych amcanion eto" in said


async def test_no_colleagues_objective_is_in_my_tree(council, amira):
    ben = await council.hire("Ben Wood", team_id="complaints")
    await keeps(council, LISTEN, TEN_DAYS)
    await aligned(council, ben, "Learn from complaints", "ten")
    assert "Learn from complaints" not in await amira.says("objectives tree")


async def test_what_serves_nothing_is_linked_from_the_tree(council, amira):
    await keeps(council, LISTEN, TEN_DAYS)
    await aligned(council, amira, "Ring back", None)
    await amira.says("objectives tree")
    await amira.taps("Choose for “Ring back”")
    (choice,) = [part for part in amira.form.parts if isinstance(part, ChoiceInput)]
    assert [option.label for option in choice.options] == [
        "Every complaint in ten days (our team’s goal)",
        "Services that listen",
        "Nothing for now",
    ]
    await amira.fills({"It serves": "Services that listen"})
    assert "• Services that listen\n" in amira.last.text
    assert "  • Ring back" in amira.last.text
    async with council.database.reading() as store:
        (objective,) = (await store.objectives.active_for([amira.person.id]))[amira.person.id]
        (change,) = await store.objectives.changes_of(objective.id)
    assert (objective.aim_id, objective.priority) == ("listen", "Services that listen")
    assert (change.field, change.after, change.by_id) == ("priority", "Services that listen", amira.person.id)


async def test_nobody_links_anothers_objective(council, amira, hr):
    await keeps(council, LISTEN)
    objective = await aligned(council, amira, "Ring back", None)
    await hr.sends_action("objectives.align", objective.id)
    assert hr.form is None
    assert "Ring back" not in hr.last.text


# --- how it adds up -------------------------------------------------------------------------------------------


@pytest.fixture
async def busy(council, lead, amira):
    ben = await council.hire("Ben Wood", manager=lead, team_id="complaints")
    mo = await council.hire("Mo Farah")
    await keeps(council, LISTEN, CALLS, GREEN, TEN_DAYS)
    await aligned(council, amira, "Answer complaints faster", "ten", Status.AT_RISK)
    await aligned(council, amira, "Ring back", "calls", Status.ON_TRACK)
    await aligned(council, ben, "Learn from complaints", "listen", Status.OFF_TRACK)
    await aligned(council, ben, "Tidy the store room", None)
    await aligned(council, mo, "Count the lamp posts", None)
    return council


async def test_hr_sees_what_is_served_and_what_serves_nothing_without_names(busy, hr):
    said = await hr.says("hr alignment")
    assert "3 of 5 objectives serve a priority or goal." in said
    assert "Priority: Services that listen; Objectives: 3; People: 2; Slipping: 2 (67%)" in said
    assert "Priority: – Calls answered; Objectives: 1; People: 1; Slipping: 0 (0%)" in said
    assert "Priorities that nobody serves\n• Greener together" in said
    assert "• Complaints: 1 objective\n  • Tidy the store room" in said
    assert "• No team: 1 objective\n  • Count the lamp posts" in said
    assert not any(name in said for name in ("Amira", "Ben", "Mo Farah"))


async def test_a_shared_objective_counts_once_and_each_owner_as_a_person(busy, hr, lead):
    async with busy.database.transaction() as store:
        await store.objectives.share("amira-ring-back", ["ben", "megan"])
    said = await hr.says("hr alignment")
    assert "Priority: – Calls answered; Objectives: 1; People: 3" in said


async def test_a_manager_sees_whose_objectives_serve_nothing_among_direct_reports(busy, lead):
    said = await lead.says("team alignment")
    assert "3 of your reports’ 4 objectives serve a priority or goal." in said
    assert "• Ben Wood\n  • Tidy the store room" in said
    assert "Count the lamp posts" not in said
    assert "Priorities that my team does not serve\n• Greener together" in said


async def test_a_goal_of_ours_that_nobody_serves_is_named(busy, lead):
    await keeps(busy, replace(TEN_DAYS, id="letters", title="Letters in plain words", position=9))
    said = await lead.says("team alignment")
    assert "Goals of ours that nobody serves yet\n• Letters in plain words" in said


async def test_who_manages_nobody_sees_no_teams_alignment(busy, amira):
    said = await amira.says("team alignment")
    assert "Nobody reports to you" in said
    assert "Tidy the store room" not in said


async def test_a_paused_or_departed_persons_objectives_are_in_no_figure(busy, hr):
    async with busy.database.transaction() as store:
        ben = (await store.people.by_ids(["ben"]))["ben"]
        await store.people.save([replace(ben, end_on=busy.clock.now().date().replace(day=1))])
    said = await hr.says("hr alignment")
    assert "2 of 3 objectives" in said
    assert "Tidy the store room" not in said
