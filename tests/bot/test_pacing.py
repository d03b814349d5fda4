"""Our own pace stays below what Slack and Teams publish, bursts included."""

import pytest

from bot.pacing import TEAMS_PACE, Pace, slack_pace


@pytest.mark.parametrize("pace", [slack_pace(20), slack_pace(300), slack_pace(3_000), TEAMS_PACE])
def test_a_burst_and_what_is_added_after_it_are_within_the_limit(pace: Pace):
    for limit in (pace.overall, pace.conversation):
        limiter = limit.limiter()
        added = limiter.max_rate / limiter.time_period * limit.within_s
        assert limiter.max_rate + added == pytest.approx(limit.count)


@pytest.mark.parametrize(("most", "within_s"), [(7, 1), (8, 2), (60, 30), (1_800, 3_600)])
def test_a_conversation_on_teams_keeps_to_every_limit_that_is_published(most: int, within_s: int):
    limiter = TEAMS_PACE.conversation.limiter()
    assert limiter.max_rate + limiter.max_rate / limiter.time_period * within_s <= most
