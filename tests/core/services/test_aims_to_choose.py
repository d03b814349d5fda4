"""What an objective can be set to serve."""

from dataclasses import replace

from core.model.aim import Aim, AimKind
from core.model.person import Language, Team
from core.services.alignment import aims_to_choose
from tests.import_rows import TENANT, bring_people, found_council, person_called, person_row


async def test_the_teams_own_goals_come_first_and_then_the_priorities(sqlite_database):
    await found_council(sqlite_database)
    await bring_people(sqlite_database, person_row("daniel", team="Complaints"), person_row("sian", team="Roads"))
    daniel = await person_called(sqlite_database, "daniel")
    async with sqlite_database.transaction() as store:
        teams: dict[str, Team] = {team.name: team for team in await store.people.teams(TENANT.id)}
        await store.aims.save(
            [
                Aim("listen", TENANT.id, AimKind.PRIORITY, "Services that listen"),
                Aim("calls", TENANT.id, AimKind.PRIORITY, "Calls answered", "listen", None, 1),
                Aim("fix", TENANT.id, AimKind.GOAL, "Mend potholes", "listen", teams["Roads"].id, 2),
                Aim("ten", TENANT.id, AimKind.GOAL, "Answer in ten days", "listen", teams["Complaints"].id, 3),
            ]
        )
        choices = await aims_to_choose(store, daniel)
        welsh = await aims_to_choose(store, replace(daniel, language=Language.CY))
    assert [choice.label for choice in choices] == [
        "Answer in ten days (our team’s goal)",
        "Services that listen",
        "Calls answered (part of “Services that listen”)",
    ]
    assert welsh[0].label == "Answer in ten days (nod ein tîm)"
