"""Figures to compare with are sent as a file on Slack and on Teams, and read beside a team's own on both."""

from datetime import UTC, date, datetime, timedelta

from core.model.checkin import CheckIn, CheckInState
from tests.journeys.vale import PUBLIC_URL, Vale, slack, teams, vale
from tests.teams_checks import elements

__all__ = ["slack", "teams", "vale"]

FIGURES = (
    "measure,scope,period,value,source",
    "participation,Councils in Wales,2026/27,70,Data Cymru",
    "participation,target,2026/27,80,Our people plan",
)
ANSWERED_OF_SIX = (5, 6, 5, 5, 6, 5, 4, 5, 6, 5, 5, 6, 3, 2, 1)
"""Week by week, up to the one that is over."""


async def lived(vale: Vale) -> None:
    """The weeks before the present one, of which the last go badly."""
    first = date(2026, 11, 16) - timedelta(weeks=len(ANSWERED_OF_SIX))
    people = [await vale.person(each) for each in vale.team]
    async with vale.server.milepost.database.transaction() as store:
        (schedule,) = await store.checkins.schedules(vale.server.tenant.id)
        for week, answered in enumerate(ANSWERED_OF_SIX):
            period = first + timedelta(weeks=week)
            opens_at = datetime(period.year, period.month, period.day, 10, tzinfo=UTC)
            await store.checkins.add(
                CheckIn(
                    f"{person.id}-{period}",
                    person.tenant_id,
                    person.id,
                    schedule.id,
                    period,
                    CheckInState.ANSWERED if at < answered else CheckInState.MISSED,
                    opens_at,
                    opens_at + timedelta(days=4),
                )
                for at, person in enumerate(people)
            )


async def test_figures_are_sent_in_chat_and_a_fall_is_seen_on_both(vale: Vale):
    content = "\n".join(FIGURES).encode()
    await vale.priya.user.shares(vale.slack.files.share("figures.csv", content))
    assert "figures.csv is a list of benchmarks with 2 rows." in vale.priya.reads
    await vale.priya.taps("Import")
    assert "figures.csv is imported." in vale.priya.reads
    vale.teams.files["figures.csv"] = content
    where = f"{vale.teams.base}/files/figures.csv"
    await vale.ruth.user.attaches("figures.csv", "https://contoso-my.sharepoint.com/f", where)
    assert "0 added, 0 updated, 2 as before" in vale.ruth.reads
    await lived(vale)

    # On Slack, to the line manager who leads the team: words first, then the picture with its own.
    said = await vale.megan.says("team benchmarks")
    assert "Participation: 17% (week of 9 Nov), below its usual range of" in said
    assert "Participation: 70% in 2026/27, Councils in Wales. This team:" in said
    assert "Source: Data Cymru" in said
    pictures = [file for message in vale.slack.inbox(vale.megan.user) for file in message.files]
    assert pictures[-1].content.startswith(b"\x89PNG")
    assert pictures[-1].alt.startswith("Participation: 17% (week of 9 Nov), below its usual range of")
    await vale.megan.taps("Participation")
    assert "Your target: 80% (2026/27). Source: Our people plan" in vale.megan.reads.replace("*", "")

    # On Teams, to HR: a picture rather than Teams' own bars, which have no limits.
    said = await vale.ruth.says("hr benchmarks customer servces participation")
    assert "A real change for the worse, not chance." in said
    drawn = [each for each in elements(vale.ruth.last.card) if each["type"] == "Image"]
    assert [each["url"].startswith(f"{PUBLIC_URL}/pictures/") for each in drawn] == [True]
    assert drawn[0]["altText"].startswith("Participation: 17%")
    assert not [each for each in elements(vale.ruth.last.card) if each["type"].startswith("Chart.")]

    # Nobody else is told anything.
    for other in (vale.ben, vale.eve):
        assert "You are not down as the lead of a team" in await other.says("team benchmarks")
        assert "That is for HR" in await other.says("hr benchmarks customer services")


async def test_a_bad_file_names_every_row_on_both(vale: Vale):
    bad = b"measure,scope,period,value,source\nmorale,Wales,2026/28,many,\n"
    await vale.priya.user.shares(vale.slack.files.share("bad.csv", bad))
    vale.teams.files["bad.csv"] = bad
    await vale.ruth.user.attaches(
        "bad.csv", "https://contoso-my.sharepoint.com/b", f"{vale.teams.base}/files/bad.csv"
    )
    for hr in (vale.priya, vale.ruth):
        assert "“morale” is no measure that teams are compared by" in hr.reads
        assert "“2026/28” is no period" in hr.reads and "“many” is not a number" in hr.reads
