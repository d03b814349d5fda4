"""What service users said, and the keys of other systems, as they are stored on both databases."""

from dataclasses import replace
from datetime import date, timedelta

from core.model.api_key import ApiScope, new_key
from core.model.person import Team
from core.model.service_feedback import Scale, ServiceFeedback, ServiceFigure, Tally
from tests.storage.council import NOW, objective, person, settle_in

TODAY = date(2026, 11, 23)
SAID = ServiceFeedback(
    "s1", "council", "Tenant survey", "4711", TODAY, 4, Scale.ONE_TO_FIVE, "On time and kind.", "repairs"
)


def told(reference, days_ago, score, **changes):
    said = replace(SAID, id=f"s-{reference}", reference=reference, received_on=TODAY - timedelta(days_ago))
    return replace(said, score=score, **changes)


async def keep(database, *feedback):
    async with database.transaction() as store:
        await store.service_feedback.save(feedback)


async def settle(database):
    teams = [Team("repairs", "council", "Repairs"), Team("planning", "council", "Planning")]
    await settle_in(database, person("Amira Hassan"), teams=teams)
    async with database.transaction() as store:
        await store.objectives.save([objective("amira", "voids")], NOW)


async def test_an_answer_is_known_by_its_source_and_reference_and_corrected_in_place(database):
    await settle(database)
    await keep(database, SAID)
    corrected = replace(SAID, score=2, text="", team_id=None, objective_id="amira-voids")
    await keep(database, replace(corrected, id="another"), replace(SAID, id="s2", source="Call centre"))
    await keep(database)
    async with database.reading() as store:
        known = await store.service_feedback.known("council", ["Tenant survey"], ["4711", "4712"])
        assert known == {("Tenant survey", "4711"): corrected}
        assert await store.service_feedback.known("elsewhere", ["Tenant survey"], ["4711"]) == {}


async def test_figures_are_of_ninety_days_and_the_ninety_before_for_each_source_and_scale(database):
    await settle(database)
    await keep(
        database,
        told("1", 0, 5),
        told("2", 89, 4),
        told("3", 90, 2),
        told("4", 179, 3),
        told("5", 180, 1),
        told("6", -1, 1),
        told("7", 3, 70, scale=Scale.PERCENT),
        told("8", 5, 9, source="Call centre", scale=Scale.ZERO_TO_TEN),
        told("9", 100, 9, source="Comment cards", scale=Scale.ZERO_TO_TEN),
        told("10", 1, 1, team_id="planning"),
        told("11", 1, 8, scale=Scale.ZERO_TO_TEN, team_id=None, objective_id="amira-voids"),
    )
    async with database.reading() as store:
        figures = await store.service_feedback.figures_of_teams(["repairs"], TODAY)
        of_objective = await store.service_feedback.figures_of_objectives(["amira-voids", "none"], TODAY)
    assert figures == {
        "repairs": [
            ServiceFigure("Call centre", Scale.ZERO_TO_TEN, Tally(1, 9), Tally()),
            ServiceFigure("Tenant survey", Scale.ONE_TO_FIVE, Tally(2, 9), Tally(2, 5)),
            ServiceFigure("Tenant survey", Scale.PERCENT, Tally(1, 70), Tally()),
        ]
    }
    assert of_objective == {
        "amira-voids": [ServiceFigure("Tenant survey", Scale.ZERO_TO_TEN, Tally(1, 8), Tally())]
    }


async def test_comments_are_the_newest_of_the_window_without_the_empty_ones(database):
    await settle(database)
    on = {"team_id": None, "objective_id": "amira-voids"}
    await keep(
        database,
        told("1", 4, 5, **on),
        told("2", 1, 4, **on),
        told("3", 0, 4, text="", **on),
        told("4", 120, 4, **on),
        told("5", 2, 4),
    )
    async with database.reading() as store:
        of = store.service_feedback
        assert [each.reference for each in await of.comments_on_objective("amira-voids", TODAY, 3)] == ["2", "1"]
        assert [each.reference for each in await of.comments_on_objective("amira-voids", TODAY, 1)] == ["2"]
        assert [each.reference for each in await of.comments_on_team("repairs", TODAY, 3)] == ["5"]


async def test_a_key_is_kept_with_its_last_day_and_revoked_once(database):
    await settle(database)
    key, _ = new_key("council", "Survey tool", ApiScope.SERVICE_FEEDBACK, NOW)
    async with database.transaction() as store:
        await store.api_keys.add(key)
        await store.api_keys.used(key.id, TODAY)
        await store.api_keys.revoke(key.id, NOW)
        await store.api_keys.revoke(key.id, NOW + timedelta(1))
    async with database.reading() as store:
        kept = replace(key, last_used_on=TODAY, revoked_at=NOW)
        assert await store.api_keys.by_id(key.id) == kept
        assert await store.api_keys.all("council") == [kept]
        assert await store.api_keys.all("elsewhere") == []
        assert await store.api_keys.by_id("none") is None
