"""However a year of weekly check-ins goes, a run of off-track ones is talked about once."""

from itertools import count, groupby

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.stories.council import Council

STATUSES = st.sampled_from(["Off track", "Off track", "At risk", "On track", None])
"""What someone says in a week; None when they do not answer."""

_numbers = count(1)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(weeks=st.lists(STATUSES, min_size=2, max_size=7))
async def test_each_run_of_two_or_more_off_track_check_ins_is_offered_exactly_once(council: Council, weeks):
    person = await council.hire(f"P{next(_numbers)} Jones")
    objective = await council.sets_objective(person, "Answer complaints faster")
    for status in weeks:
        await council.goes_to("Wed 12:00")
        if status is not None:
            await person.taps("Answer in a form")
            await person.fills({"Status": status})
    said = [status for status in weeks if status is not None]
    runs = [len(list(run)) for status, run in groupby(said) if status == "Off track"]
    async with council.database.reading() as store:
        misses = await store.missed_targets.of_objectives([objective.id])
    expected = sum(1 for run in runs if run > 1)
    assert len(misses) == expected
    assert sum("What got in the way?" in text for text in person.texts) == expected
