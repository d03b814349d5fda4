"""However people give, change and take back feedback without names, no two looks at it differ by one to four."""

import re
from itertools import count

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.attack import check
from tests.stories.council import Council, Resident

GIVERS = 6
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["give"] * 8 + ["change", "withdraw", "monday", "monday"]), st.integers(0, GIVERS - 1)
    ),
    min_size=8,
    max_size=24,
)

_SAID = re.compile(r"\[(g\d+):(\d+)\]")

_numbers = count(1)


def _waiting(giver: Resident) -> str | None:
    """The id of what the giver gave last and may still change, as far as their messages show."""
    for message in reversed(giver.inbox):
        for action in message.actions:
            if action.name == "feedback.withdraw":
                return action.value
    return None


async def _gives(giver: Resident, receiver: Resident, text: str) -> None:
    await giver.commands(f"feedback {receiver.person.name}")
    await giver.fills({"What they did and its effect": text, "Who will read it": "Them, without my name"})


async def _changes(giver: Resident, text: str) -> None:
    giver.form = None
    await giver.sends_action("feedback.change", _waiting(giver) or "none")
    if giver.form is not None:
        await giver.fills({"What they did and its effect": text})


@settings(
    max_examples=3,
    deadline=None,
    # A world a step is too slow to shrink.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
async def test_no_two_looks_at_a_receivers_reports_differ_by_fewer_than_five_people(council: Council, steps):
    receiver = await council.hire(f"R{next(_numbers)} Jones")
    givers = [await council.hire(f"G{next(_numbers)} Lloyd") for _ in range(GIVERS)]
    looks = []
    for number, (what, who) in enumerate([*steps, *(("give", each) for each in range(5)), ("monday", 0)]):
        giver = givers[who]
        match what:
            case "give":
                await _gives(giver, receiver, f"[{giver.person.id}:{number}]")
            case "change":
                await _changes(giver, f"[{giver.person.id}:{number}]")
            case "withdraw":
                await giver.sends_action("feedback.withdraw", _waiting(giver) or "none")
            case "monday":
                await council.goes_to("Mon 12:00")
        await receiver.sends_action("feedback.reports", "")
        looks.append(frozenset((who, int(n)) for who, n in _SAID.findall(" ".join(receiver.texts))))
    check(looks)
    assert looks[-1], "at the end five have given and a Monday has passed"
