"""Periods as files write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.period import Period, PeriodKind, read_period

KINDS = PeriodKind


@pytest.mark.parametrize(
    ("written", "starts_on", "ends_on", "kind"),
    [
        ("2025/26", date(2025, 4, 1), date(2026, 3, 31), KINDS.FINANCIAL_YEAR),
        ("2025-26", date(2025, 4, 1), date(2026, 3, 31), KINDS.FINANCIAL_YEAR),
        ("2025–2026", date(2025, 4, 1), date(2026, 3, 31), KINDS.FINANCIAL_YEAR),
        ("1999/00", date(1999, 4, 1), date(2000, 3, 31), KINDS.FINANCIAL_YEAR),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), KINDS.YEAR),
        ("2025/26 Q1", date(2025, 4, 1), date(2025, 6, 30), KINDS.FINANCIAL_QUARTER),
        ("Q4 2025/26", date(2026, 1, 1), date(2026, 3, 31), KINDS.FINANCIAL_QUARTER),
        ("2025 Q3", date(2025, 7, 1), date(2025, 9, 30), KINDS.QUARTER),
        ("2025-Q1", date(2025, 1, 1), date(2025, 3, 31), KINDS.QUARTER),
        ("2025-11", date(2025, 11, 1), date(2025, 11, 30), KINDS.MONTH),
        ("2011-12", date(2011, 12, 1), date(2011, 12, 31), KINDS.MONTH),
        ("2024-02-01", date(2024, 2, 1), date(2024, 2, 29), KINDS.MONTH),
        ("November 2025", date(2025, 11, 1), date(2025, 11, 30), KINDS.MONTH),
        ("Tachwedd 2025", date(2025, 11, 1), date(2025, 11, 30), KINDS.MONTH),
        ("Sept 2025", date(2025, 9, 1), date(2025, 9, 30), KINDS.MONTH),
    ],
)
def test_a_period_is_read_as_people_write_it(written, starts_on, ends_on, kind):
    found = read_period(written)
    assert found == Period(starts_on, kind)
    assert found.ends_on == ends_on


@pytest.mark.parametrize(
    "written", ["2025/27", "25/26", "last year", "", "Q5 2025", "2025-13", "Ma 2025", "2025-11-02"]
)
def test_what_is_no_period_is_none(written):
    assert read_period(written) is None


@given(st.integers(1901, 2190), st.integers(0, 11), st.sampled_from(PeriodKind))
def test_a_period_is_read_again_as_it_is_written(year, month, kind):
    first = {KINDS.FINANCIAL_YEAR: 4, KINDS.YEAR: 1, KINDS.MONTH: month + 1}.get(kind, month // 3 * 3 + 1)
    period = Period(date(year, first, 1), kind)
    assert read_period(period.written) == period
