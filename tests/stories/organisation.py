"""Services with weeks behind them, for stories of the organisation as a whole."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from core.model.aim import Aim, AimKind
from core.model.checkin import CheckIn, CheckInState, ProgressUpdate
from core.model.objective import Objective, Progress, Status
from core.model.person import Person, Team
from tests.stories.council import TENANT, Council

MONDAY = date(2026, 11, 16)
"""The present week; the council stands on its Friday."""

NAMES = ("Ada", "Ben", "Cai", "Dee", "Eve", "Fay", "Gil", "Huw", "Ivy", "Jac", "Kit", "Lyn")
WARM = Aim("warm", TENANT.id, AimKind.PRIORITY, "Warm homes", position=0)
GREEN = Aim("green", TENANT.id, AimKind.PRIORITY, "Greener together", position=1)


async def lived(
    council: Council,
    name: str,
    head: Person,
    on_track: Sequence[int],
    *,
    size: int = 6,
    aim: Aim | None = WARM,
    factors: str = "",
    **facts: object,
) -> list[Person]:
    """A team below `head` with so many of its people on track each week, the others off track with `factors`."""
    first = MONDAY - timedelta(weeks=len(on_track))
    lead_id = f"{name}-lead".lower()
    team = Team(f"team-{name}", TENANT.id, name, lead_id)
    manager = Person(lead_id, TENANT.id, f"{lead_id}@vale.example", f"{name} lead", team.id, head.id)
    people = [
        Person(
            slug := f"{each.lower()}-{name.lower()}",
            TENANT.id,
            f"{slug}@vale.example",
            slug.title(),
            team.id,
            manager.id,
            **facts,  # type: ignore[arg-type]
        )
        for each in NAMES[:size]
    ]
    objectives = [
        Objective(f"{each.id}-o", TENANT.id, each.id, "Answer calls", "Days", "days", 15, 8, aim_id=aim and aim.id)
        for each in people
    ]
    async with council.database.transaction() as store:
        await store.people.save_teams([team])
        await store.people.save([manager, *people])
        await store.aims.save([WARM, GREEN])
        await store.objectives.save(objectives, council.clock.now())
        for week, good in enumerate(on_track):
            period = first + timedelta(weeks=week)
            at = datetime(period.year, period.month, period.day, 10, tzinfo=UTC)
            await store.checkins.add(
                CheckIn(
                    f"{each.id}-{period}",
                    TENANT.id,
                    each.id,
                    "weekly",
                    period,
                    CheckInState.ANSWERED,
                    at,
                    at + timedelta(days=4),
                )
                for each in people
            )
            await store.checkins.set_progress(
                ProgressUpdate(
                    f"{each.id}-{period}",
                    f"{each.id}-o",
                    Progress(10, 50, Status.ON_TRACK, 4, reported_at=at)
                    if place < good
                    else Progress(10, 50, Status.OFF_TRACK, 2, factors, bool(factors), at),
                )
                for place, each in enumerate(people)
            )
    return people
