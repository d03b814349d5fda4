"""However many messages want to go, no week holds more than a person's share, and none waits for nothing."""

import ast
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from core.model.unasked import (
    CAN_WAIT,
    FEWEST_A_WEEK,
    MOST_A_WEEK,
    WEEK,
    Gone,
    Tier,
    first_room,
    has_room,
    tier_of,
    urgency,
)

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
INSTANTS = st.integers(0, 24 * 40).map(lambda hours: START + timedelta(hours=hours))
ZONES = st.sampled_from(["Europe/London", "Pacific/Auckland", "America/New_York"]).map(ZoneInfo)
SHARES = st.integers(FEWEST_A_WEEK, MOST_A_WEEK)
WANTED = st.lists(st.tuples(INSTANTS, st.sampled_from(Tier)), max_size=60)


def monday_of(at, zone):
    day = at.astimezone(zone).date()
    return day - timedelta(days=day.weekday())


@given(WANTED, SHARES, ZONES)
def test_whatever_wants_to_go_no_week_holds_too_many(wanted, a_week, zone):
    gone = []
    for at, tier in sorted(wanted):
        if has_room(tier, at, gone, a_week, zone):
            gone.append(Gone(at, tier))
    weeks = {}
    for each in gone:
        weeks.setdefault(monday_of(each.at, zone), []).append(each.tier)
    for tiers in weeks.values():
        assert len(tiers) <= a_week
        assert sum(tier is not Tier.PROMPT for tier in tiers) <= a_week - 1, "the check-in has a place of its own"
    others = [each.at for each in gone if each.tier is Tier.OTHER]
    for at in others:
        assert sum(at - WEEK < each <= at for each in others) <= a_week - 2, "its reminder has one too"


@given(st.lists(st.tuples(INSTANTS, st.sampled_from([Tier.PRESSING, Tier.OTHER])), max_size=60), SHARES, ZONES)
def test_nothing_else_ever_keeps_the_weeks_check_in_from_going(wanted, a_week, zone):
    gone = []
    for at, tier in sorted(wanted):
        if has_room(tier, at, gone, a_week, zone):
            gone.append(Gone(at, tier))
        assert has_room(Tier.PROMPT, at, gone, a_week, zone)


@given(WANTED, st.sampled_from(Tier), INSTANTS, SHARES, ZONES)
def test_nothing_waits_longer_than_it_must(before, tier, wanted, a_week, zone):
    gone = []
    for at, each in sorted(before):
        if at <= wanted and has_room(each, at, gone, a_week, zone):
            gone.append(Gone(at, each))
    at = first_room(tier, wanted, gone, a_week, zone)
    assert has_room(tier, at, gone, a_week, zone)
    hours = int((at - wanted) / timedelta(hours=1))
    for hour in range(hours):
        assert not has_room(tier, wanted + timedelta(hours=hour), gone, a_week, zone)


def test_the_most_urgent_is_read_first():
    purposes = ["pulse", "recognition", "training overdue", "check-in prompt", "broadcast"]
    assert sorted(purposes, key=urgency) == [
        "check-in prompt",
        "training overdue",
        "broadcast",
        "recognition",
        "pulse",
    ]


def test_a_purpose_that_nobody_thought_of_leaves_room_for_the_check_in():
    assert tier_of("something new") is Tier.OTHER
    assert tier_of("training overdue") is Tier.PRESSING


def purposes_written_out():
    """Every purpose that a `Send` is made with in the core."""
    for path in Path("core").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Send":
                third = node.args[2] if len(node.args) > 2 else None
                if isinstance(third, ast.Constant):
                    yield third.value
                elif isinstance(third, ast.Name):
                    yield from assigned(path, third.id)


def assigned(path, name):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        targets = node.targets if isinstance(node, ast.Assign) else ()
        if any(getattr(each, "id", "") == name for each in targets) and isinstance(node.value, ast.Constant):
            yield node.value.value


def test_what_can_wait_is_something_that_is_sent():
    assert set(purposes_written_out()) >= CAN_WAIT
