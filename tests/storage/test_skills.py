"""Skills as they are stored."""

from dataclasses import replace

from core.model.skills import Level, ObjectiveSkill, PersonSkill, RoleSkill, SkillChoices
from tests.storage.council import MONDAY, NOW, objective, person, settle_in

EXCEL = PersonSkill("amira", "excel", "council", "Excel", Level.TEACHING, MONDAY)
WANTED = RoleSkill("council", "officer", "excel", "Officer", "Excel", Level.CONFIDENT)


async def test_what_is_wanted_and_held_comes_back_as_it_was(database):
    await settle_in(database, person("Amira Hassan"), person("Megan Price"))
    aim = objective("amira", "voids")
    need = ObjectiveSkill(aim.id, "excel", "council", "Excel", Level.LEARNING)
    confirmed = EXCEL.confirm(Level.CONFIDENT, "megan", MONDAY)
    async with database.transaction() as store:
        await store.objectives.save([aim], NOW)
        await store.skills.save_roles([WANTED])
        await store.skills.save_roles([replace(WANTED, level=Level.TEACHING)])
        await store.skills.set_objective(aim.id, [need])
        await store.skills.save_people([EXCEL])
        await store.skills.save_people([confirmed])
    async with database.reading() as store:
        assert await store.skills.of_roles("council") == [replace(WANTED, level=Level.TEACHING)]
        assert await store.skills.of_roles("another") == []
        assert await store.skills.of_objectives([aim.id]) == [need]
        assert await store.skills.of_people(["amira", "megan"]) == [confirmed]
    async with database.transaction() as store:
        await store.skills.remove_roles([WANTED])
        await store.skills.set_objective(aim.id, [])
        await store.skills.forget("amira", "excel")
    async with database.reading() as store:
        assert await store.skills.of_roles("council") == []
        assert await store.skills.of_objectives([aim.id]) == []
        assert await store.skills.of_people(["amira"]) == []


async def test_only_those_who_chose_it_and_can_teach_are_named(database):
    await settle_in(database, person("Amira Hassan"), person("Ben Lloyd"), person("Cai Rees"))
    said = [replace(EXCEL, person_id=each) for each in ("amira", "ben")]
    cai = replace(EXCEL, person_id="cai").confirm(Level.CONFIDENT, "amira", MONDAY)
    async with database.transaction() as store:
        await store.skills.save_people([*said, cai])
        await store.skills.save_choices(
            [SkillChoices(each, "council", is_named=True) for each in ("amira", "cai")]
        )
    async with database.reading() as store:
        found = await store.skills.teachers("council", ["excel", "welsh"])
        assert [(key, each.id) for key, each in found] == [("excel", "amira")]
        assert await store.skills.teachers("another", ["excel"]) == []
