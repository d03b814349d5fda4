"""Objectives, their order and their latest progress."""

from dataclasses import replace
from datetime import date, timedelta

from core.model.measure import Direction
from core.model.objective import Progress, Status
from tests.storage.council import NOW, objective, person, settle_in


async def test_objectives_keep_the_order_in_which_they_were_saved(database):
    await settle_in(database, person("Amira Hassan"), person("Ben Lloyd"))
    file = [objective("amira", title) for title in ("roofs", "boilers", "voids")]
    later = objective("amira", "accounts")
    async with database.transaction() as store:
        await store.objectives.save([later], NOW + timedelta(days=1))
        await store.objectives.save(file, NOW)
    async with database.reading() as store:
        assert await store.objectives.active_for(["amira", "ben"]) == {"amira": [*file, later]}


async def test_an_update_changes_the_wording_but_neither_progress_nor_order(database):
    await settle_in(database, person("Amira Hassan"))
    full = objective(
        "amira",
        "roofs",
        unit="%",
        baseline=40.5,
        target=90.0,
        due_on=date(2027, 3, 31),
        priority="Warm homes",
        direction=Direction.DOWN,
        weight=2.5,
    )
    latest = Progress(62.0, 43.4, Status.OFF_TRACK, 1, "no scaffold", True, NOW)
    async with database.transaction() as store:
        await store.objectives.save([full, objective("amira", "voids")], NOW)
        await store.objectives.set_latest({full.id: latest})
        await store.objectives.save([replace(full, title="Roofs mended")], NOW + timedelta(days=1))
        await store.objectives.set_latest({})
    async with database.reading() as store:
        found = (await store.objectives.active_for(["amira"]))["amira"]
        assert found == [replace(full, title="Roofs mended", latest=latest), objective("amira", "voids")]
        assert await store.objectives.by_ids([full.id, "none"]) == {full.id: found[0]}
