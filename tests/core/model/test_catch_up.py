"""Each kind of work that falls due has a rule for when it is late, and a sentence that says it."""

from datetime import UTC, datetime, timedelta

import pytest

from core.cards.downtime import in_words
from core.model.catch_up import CATCH_UP, DueWork
from core.model.person import Language
from core.model.timer import TimerKind
from core.services.planner import TIMED
from core.texts.texts import words_for

MONDAY_TEN = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def test_every_kind_of_work_has_a_rule():
    assert set(CATCH_UP) == {*DueWork, *TimerKind}
    assert set(TIMED) == set(TimerKind)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", CATCH_UP)
def test_each_rule_is_said_with_its_own_figures(kind, language):
    rule = CATCH_UP[kind]
    said = in_words(words_for(language), kind, rule)
    assert said.endswith(".")
    figures = [rule.useful_for.days] if rule.useful_for else []
    figures += [75] if rule.share < 1 else []
    figures += [30] if rule.least_left else []
    assert all(str(figure) in said for figure in figures)


def test_what_is_later_than_it_is_of_use_is_stale():
    rule = CATCH_UP[TimerKind.BROADCAST]
    assert not rule.is_stale(MONDAY_TEN, MONDAY_TEN + timedelta(days=2))
    assert rule.is_stale(MONDAY_TEN, MONDAY_TEN + timedelta(days=2, seconds=1))
    assert not CATCH_UP[TimerKind.ROUND_360_CLOSE].is_stale(MONDAY_TEN, MONDAY_TEN + timedelta(days=900))


def test_a_window_is_of_use_up_to_its_share_or_what_must_be_left_of_it():
    closes_at = MONDAY_TEN + timedelta(hours=8)
    assert CATCH_UP[DueWork.PROMPT].useful_until(MONDAY_TEN, closes_at) == MONDAY_TEN + timedelta(hours=6)
    assert CATCH_UP[DueWork.REMINDER].useful_until(MONDAY_TEN, closes_at) == closes_at - timedelta(minutes=30)
