"""A director on Slack and HR on Teams see the organisation, look at one service, and nobody else sees it."""

from datetime import UTC, date, datetime, timedelta

from core.model.checkin import CheckIn, CheckInState, ProgressUpdate
from core.model.objective import Objective, Progress, Status
from tests.journeys.vale import Vale, slack, teams, vale

__all__ = ["slack", "teams", "vale"]

ON_TRACK_OF_SIX = (5, 4, 5, 5, 4, 5, 5, 4, 5, 5, 4, 5, 5, 1)
"""Week by week, up to the one that is over."""

MONDAY = date(2026, 11, 16)


async def lived(vale: Vale) -> None:
    """The weeks before the present one, of which the last goes badly for several for one reason."""
    people = [await vale.person(each) for each in vale.team]
    async with vale.server.milepost.database.transaction() as store:
        (schedule,) = await store.checkins.schedules(vale.server.tenant.id)
        tenant_id = vale.server.tenant.id
        objectives = [
            Objective(f"{each.id}-o", tenant_id, each.id, "Answer calls", "Days", "days", 15, 8) for each in people
        ]
        await store.objectives.save(objectives, datetime(2026, 8, 1, tzinfo=UTC))
        for week, good in enumerate(ON_TRACK_OF_SIX):
            period = MONDAY - timedelta(weeks=len(ON_TRACK_OF_SIX) - week)
            at = datetime(period.year, period.month, period.day, 10, tzinfo=UTC)
            answered, closes_at = CheckInState.ANSWERED, at + timedelta(days=4)
            await store.checkins.add(
                CheckIn(f"{each.id}-{period}", tenant_id, each.id, schedule.id, period, answered, at, closes_at)
                for each in people
            )
            await store.checkins.set_progress(
                ProgressUpdate(
                    f"{each.id}-{period}",
                    f"{each.id}-o",
                    Progress(status=Status.ON_TRACK)
                    if place < good
                    else Progress(
                        status=Status.OFF_TRACK, factors="The phone portal is down", outside_control=True
                    ),
                )
                for place, each in enumerate(people)
            )


async def test_a_director_and_hr_see_what_is_worth_attention_and_nobody_else_does(vale: Vale):
    await lived(vale)

    # On Slack: the service manager, who has nobody above.
    said = (await vale.megan.says("hr organisation")).replace("*", "")
    assert "Worth your attention" in said
    assert "5 people met the same obstacle in one week (IT and systems: " in said
    assert "One service can remove it for the others" in said
    assert "Objectives on track: 17% (week of 9 Nov), below its usual range of" in said
    await vale.megan.taps("Customer services")
    assert "Look at what changed around 9 Nov" in vale.megan.reads

    # On Teams: HR, the same figures.
    said = await vale.ruth.says("hr overview quarter")
    assert "Objectives on track: 17% (week of 9 Nov), below its usual range of" in said
    assert "Is it the same for everyone?" in said
    await vale.ruth.taps("Customer services")
    assert "Objectives on track: 17%" in vale.ruth.reads

    for other in (vale.ben, vale.eve):
        assert "That is for HR" in await other.says("hr organisation")
