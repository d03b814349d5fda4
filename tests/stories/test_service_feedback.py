"""What service users say is seen beside results, by those whose results they are and by nobody else."""

from datetime import date, timedelta

import pytest

from core.model.person import Access, ChannelAddress, Language, Platform, Team
from core.model.service_feedback import Scale, ServiceFeedback
from tests.stories.council import TENANT

TODAY = date(2026, 11, 20)
ROWS = """source,reference,received_on,score,scale,team,text
Street survey,1,2026-11-18,4,1 to 5,Housing repairs,Tidy."""


class Survey:
    """Answers of service users as they come in."""

    def __init__(self, council, **subject):
        self._council = council
        self._subject = subject
        self._number = 0

    async def hears(self, *scores, days_ago=1, text="", scale=Scale.ONE_TO_FIVE, source="Tenant survey"):
        said = [
            ServiceFeedback(
                f"{source}-{self._subject}-{self._number + number}",
                TENANT.id,
                source,
                f"{self._subject}-{self._number + number}",
                TODAY - timedelta(days_ago),
                score,
                scale,
                text,
                **self._subject,
            )
            for number, score in enumerate(scores)
        ]
        self._number += len(said)
        async with self._council.database.transaction() as store:
            await store.service_feedback.save(said)


@pytest.fixture
async def objective(council, amira):
    return await council.sets_objective(amira, "Answer complaints")


@pytest.fixture
async def survey(council, objective):
    return Survey(council, objective_id=objective.id)


async def page(reader, objective):
    await reader.sends_action("objective.open", objective.id)
    return reader.last.text


async def test_owner_and_line_manager_see_the_average_how_many_answered_and_the_change(
    council, amira, lead, objective, survey
):
    await survey.hears(4, 5, 4, 5, 3, days_ago=5)
    await survey.hears(4, 4, 3, 4, 4, days_ago=120)
    for reader in (amira, lead):
        text = await page(reader, objective)
        assert "What service users say" in text
        assert "Tenant survey" in text
        assert "4.2 out of 5 · 5 answers · up 0.4 on the 90 days before" in text


async def test_small_numbers_are_pointed_out_and_what_cannot_be_compared_is_not(amira, objective, survey):
    await survey.hears(7, 8, 8, scale=Scale.ZERO_TO_TEN)
    assert "7.7 out of 10 · only 3 answers · nothing to compare with before that" in await page(amira, objective)
    await survey.hears(9, days_ago=100, scale=Scale.ZERO_TO_TEN)
    assert "down 1.3 on the 90 days before (only 1 answer then)" in await page(amira, objective)


async def test_sources_and_scales_are_never_mixed(amira, objective, survey):
    await survey.hears(4, 4, 4, 4, 4)
    await survey.hears(80, 91, 90, 90, 90, scale=Scale.PERCENT, source="Call back")
    await survey.hears(80, 80, 80, 80, 80, scale=Scale.PERCENT, source="Call back", days_ago=95)
    text = await page(amira, objective)
    assert "4 out of 5" in text
    assert "88% · 5 answers · up 8 percentage points on the 90 days before" in text


async def test_the_newest_three_comments_are_quoted_with_their_source_and_day(amira, objective, survey):
    for number in range(1, 5):
        await survey.hears(4, days_ago=number, text=f"Comment {number}.")
    await survey.hears(4, days_ago=0, text="word " * 200)
    text = await page(amira, objective)
    assert "Tenant survey · 19 November 2026" in text
    assert "Comment 2." in text
    assert "Comment 3." not in text
    assert "word " * 70 not in text


async def test_an_objective_of_which_nobody_said_anything_says_nothing(amira, objective, survey):
    await survey.hears(4, days_ago=100)
    assert "service users" not in await page(amira, objective)


async def test_colleagues_hr_and_who_shares_the_objective_do_not_read_it(council, amira, lead, objective, survey):
    await survey.hears(4, 4, 4, 4, 4, text="Kind.")
    beth = await council.hire("Beth Langley", access=Access.HR)
    cai = await council.hire("Cai Rees", manager=lead)
    async with council.database.transaction() as store:
        await store.objectives.share(objective.id, [cai.person.id])
    assert "Answer complaints" in await page(cai, objective)
    for reader in (beth, cai):
        assert "Kind." not in await page(reader, objective)
        assert "out of 5" not in reader.last.text


async def test_welsh_readers_read_it_in_welsh(council, lead, objective, survey):
    await survey.hears(4, 5)
    carys = await council.hire("Carys Evans", language=Language.CY)
    other = await council.sets_objective(carys, "Ateb cwynion")
    await Survey(council, objective_id=other.id).hears(4, 5)
    text = await page(carys, other)
    assert "Beth mae defnyddwyr gwasanaeth yn ei ddweud" in text
    assert "4.5 allan o 5 · 2 ateb yn unig" in text


# --- teams ----------------------------------------------------------------------------------------------------


@pytest.fixture
async def marcus(council):
    marcus = await council.hire("Marcus Bell")
    channel = ChannelAddress(Platform.WEB, "demo", "channel:repairs")
    await council.form_team(Team("repairs", TENANT.id, "Housing repairs", marcus.person.id, channel=channel))
    await council.hire("Callum Reid", manager=marcus, team_id="repairs")
    return marcus


async def test_the_lead_sees_the_teams_figure_in_the_status_and_the_comments_in_the_summary(council, marcus):
    await Survey(council, team_id="repairs").hears(4, 5, text="Tidy.")
    await council.goes_to("Mon 10:00")
    status = await marcus.says("team")
    assert "4.5 out of 5 · only 2 answers" in status
    assert "Tidy." not in status
    summary = await marcus.says("team summary")
    assert "4.5 out of 5 · only 2 answers" in summary
    assert "Tidy." in summary


async def test_a_manager_who_does_not_lead_the_team_sees_none_of_it(council, marcus):
    await Survey(council, team_id="repairs").hears(4, 5, 4, 5, 4, text="Tidy.")
    olu = await council.hire("Olufemi Adeyemi")
    await council.hire("Jodie Marsh", manager=olu, team_id="repairs")
    await council.goes_to("Mon 10:00")
    for typed in ("team", "team summary"):
        assert "out of 5" not in await olu.says(typed)


@pytest.mark.parametrize(("answers", "is_shown"), [(4, False), (5, True)])
async def test_the_channel_reads_a_figure_of_five_answers_or_more_and_no_comment(
    council, marcus, answers, is_shown
):
    async with council.database.transaction() as store:
        await store.summaries.schedule("repairs", council.clock.now() + timedelta(days=7))
    await Survey(council, team_id="repairs").hears(*[4] * answers, text="Tidy.")
    await council.goes_to("Mon 10:00")
    await council.goes_to("Fri 16:00")
    (posted,) = council.channel
    assert ("4 out of 5" in posted.text) == is_shown
    assert "Tidy." not in posted.text
    assert "Tidy." in marcus.last.text


# --- HR brings it in ------------------------------------------------------------------------------------------


@pytest.fixture
async def beth(council):
    return await council.hire("Beth Langley", access=Access.HR)


async def test_hr_pastes_rows_which_the_lead_then_sees(council, marcus, beth):
    asked = await beth.says("hr service")
    assert "Paste rows" in asked
    assert "Read by the objective’s owner and line manager" in asked
    assert "1 added" in await beth.says(ROWS)
    assert "Street survey" in await marcus.says("team")


async def test_rows_that_are_wrong_are_named_and_nothing_pasted_is_lost(council, marcus, beth):
    await beth.commands("hr service")
    await beth.fills({"Your rows": ROWS.replace("Housing repairs", "Housing")})
    assert "line 2, team" in beth.last.text
    assert "Write “Housing repairs”" in beth.last.text
    assert "out of 5" not in await marcus.says("team")
    await beth.taps(beth.last.actions[0].label)
    assert "1 added" in await beth.says(ROWS)


async def test_others_are_refused_whatever_they_paste(council, marcus):
    assert "is for HR" in await marcus.says("hr service")
    await marcus.sends_action("hr.service", "")
    assert "is for HR" in marcus.last.text
