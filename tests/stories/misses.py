"""What stories of missed targets have in common: an objective that missed its date, and the talk about it."""

from datetime import date

OFFER = "What got in the way?"
INSPECTIONS = {"measure": "Homes inspected", "unit": "homes", "baseline": 0.0, "target": 40.0}


def offers(resident) -> int:
    """How often the conversation was offered, in messages that still offer it."""
    return sum(text.count(OFFER) for text in resident.texts)


async def answers(council, person, status: str, value: str = "") -> None:
    """Answer the check-in that was asked about last in the form."""
    await person.taps("Answer in a form")
    await person.fills({"Where is it now?": value, "Status": status, "Is it done?": ""})


async def misses_of(council, objective):
    async with council.database.reading() as store:
        return await store.missed_targets.of_objectives([objective.id])


async def actions_of(council, person):
    async with council.database.reading() as store:
        return await store.actions.open_for([person.person.id])


async def has_missed(council, amira, **more):
    """An objective of Amira's whose date passes before Monday; she is asked and says how far she came."""
    objective = await council.sets_objective(
        amira, "Inspect every home", **INSPECTIONS | {"due_on": date(2026, 11, 20)} | more
    )
    await council.goes_to("Mon 10:00")
    return objective


async def looks_into_it(amira, **more: str) -> None:
    """Answer the conversation in its form."""
    await amira.taps("Look into it in a form")
    await amira.fills(
        {
            "What happened?": "The access keys came three weeks late",
            "Was something outside your control part of it?": "Yes",
            "If so, what or whom did it depend on?": "supplier",
            "What would prevent it next time?": "Order keys with the tenancy",
            "What help do you need?": "Someone to chase the supplier",
            "What is one thing to do about it?": "Agree a delivery date with the supplier",
            "Who will do it?": "Me",
            "By when?": "2026-12-04",
        }
        | more
    )
    assert amira.errors == {}
