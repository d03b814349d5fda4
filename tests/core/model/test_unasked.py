"""However many messages want to go, no seven days hold more than a person's share, and none waits for nothing."""

import ast
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from core.model.unasked import COUNTED, MOST_A_WEEK, UNASKED, WAITING, WEEK, first_room

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
INSTANTS = st.integers(0, 24 * 40).map(lambda hours: START + timedelta(hours=hours))


def in_a_week(times, at):
    """How many there would be, with one more at `at`, in the fullest seven days that hold it."""
    near = sorted(each for each in [*times, at] if abs(each - at) < WEEK)
    return max(sum(first <= each < first + WEEK for each in near) for first in near if first <= at)


@given(st.lists(INSTANTS, max_size=25))
def test_whatever_wants_to_go_no_week_holds_too_many_and_all_of_it_goes(wanted):
    sent = []
    for each in wanted:
        at = first_room(each, sent)
        assert at >= each
        sent.append(at)
    assert len(sent) == len(wanted)
    for number, at in enumerate(sent):
        assert in_a_week(sent[:number] + sent[number + 1 :], at) <= MOST_A_WEEK


@given(st.lists(INSTANTS, max_size=12), INSTANTS)
def test_nothing_waits_longer_than_it_must(taken, wanted):
    at = first_room(wanted, taken)
    hours = int((at - wanted) / timedelta(hours=1))
    for earlier in (wanted + timedelta(hours=each) for each in range(hours)):
        assert in_a_week(taken, earlier) > MOST_A_WEEK


def test_what_waits_is_counted_and_the_check_in_is_not():
    assert WAITING < COUNTED < UNASKED.keys()
    assert {"check-in prompt", "check-in reminder"}.isdisjoint(COUNTED)


def purposes_of_answers():
    """The purposes, written out in the core, under which someone is answered (`tell.said`, `tell.to_self`)."""
    for path in Path("core").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("said", "to_self")
            ):
                given = [*node.args, *(each.value for each in node.keywords)]
                yield from (each.value for each in given if isinstance(each, ast.Constant) and each.value)


def test_an_answer_never_waits_for_room():
    answers = set(purposes_of_answers())
    assert "skills" in answers
    assert answers.isdisjoint(COUNTED)
