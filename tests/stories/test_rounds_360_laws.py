"""However people answer, change their mind and look in 360 rounds, what is read leaves five people or more."""

import re
from datetime import timedelta
from itertools import count

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.model.anonymity import FEWEST
from core.model.person import Access
from tests.attack import Report, check
from tests.stories.council import Council, Resident
from tests.stories.test_rounds_360 import KEEP, SCALE, round_id

COLLEAGUES = 7
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["answer"] * 6 + ["not now", "day", "look", "look"]), st.integers(0, COLLEAGUES - 1)
    ),
    min_size=6,
    max_size=12,
)

_numbers = count(1)

_SAID = re.compile(r"\[(g\d+):(\d+)\]")
_MEAN_OF = re.compile(r"\d(?:\.\d)? \((\d+)\)")


@settings(
    max_examples=2,
    deadline=None,
    # A world a step is too slow to shrink.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rounds=st.lists(STEPS, min_size=2, max_size=2))
async def test_nothing_read_in_two_rounds_about_one_person_differs_by_fewer_than_five(council: Council, rounds):
    world = next(_numbers)
    hr = await council.hire(f"H{world} Achebe", access=Access.HR)
    manager = await council.hire(f"M{world} Price")
    subject = await council.hire(f"S{world} Ellis", manager=manager)
    givers = [await council.hire(f"G{next(_numbers)} Lloyd") for _ in range(COLLEAGUES)]
    readers, looks = (subject, manager, hr), list[Report]()

    async def everyone_looks() -> None:
        for reader in readers:
            for action in ("report", "progress"):
                await reader.sends_action(f"round360.{action}", found)
                assert all(int(people) >= FEWEST for people in _MEAN_OF.findall(reader.last.text))
            looks.append(said_in(reader))

    for number, steps in enumerate(rounds):
        due_on = council.clock.now() + timedelta(days=11)
        await hr.says(f"hr 360 {subject.person.name} by {due_on:%Y-%m-%d}")
        await hr.taps("Open it")
        await subject.says("feedback 360 " + ", ".join(each.person.name for each in givers))
        # HR is told in working hours.
        await council.goes_to("Mon 10:00")
        await hr.taps("Agree and ask them")
        await council.goes_to("Mon 12:00")
        found = round_id(hr)
        # Enough answer the first, so that there is something to attack; the second has as many as it happens to.
        enough = [("answer", each) for each in range(FEWEST)] if number == 0 else []
        for what, who in [*steps, *enough]:
            giver = givers[who]
            match what:
                case "answer":
                    await answers(giver, found, f"Listens well. [g{who}:{next(_numbers)}]")
                case "not now":
                    await giver.sends_action("round360.not_now", found)
                case "day":
                    await council.goes_to("Mon 17:00")
                case "look":
                    await everyone_looks()
        await council.time_passes_until(due_on + timedelta(days=4))
        await everyone_looks()
    check(looks)
    assert looks[-1], "five have answered the first round, which has closed"


def said_in(reader: Resident) -> Report:
    """Everything that reader was ever shown, as whose answer it was."""
    return frozenset((who, int(number)) for who, number in _SAID.findall(" ".join(reader.texts)))


async def answers(giver: Resident, found: str, words: str) -> None:
    """Answer, or change what was answered; nothing where the round is no longer open to them."""
    giver.form = None
    await giver.sends_action("flow.form", f"answer_360|{found}")
    if giver.form is not None:
        await giver.fills({SCALE: "seldom", KEEP: words})
