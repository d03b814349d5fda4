"""Reasons that are kept with messages are told apart again."""

import pytest

from core.model.delivery import NO_ACCOUNT, OUT_OF_REACH
from core.model.given_up import (
    CHANNEL_GONE,
    UNKNOWN_OUTCOME,
    Reason,
    Why,
    kept_failing,
    not_set_up,
    out_for_too_long,
    reason_of,
    refused,
)
from core.model.person import Platform

SLACK = Platform.SLACK


@pytest.mark.parametrize(
    ("kept", "reason"),
    [
        (NO_ACCOUNT, Reason(Why.NO_ACCOUNT)),
        (f"{OUT_OF_REACH} (slack: user_disabled)", Reason(Why.OUT_OF_REACH)),
        (f"{CHANNEL_GONE} (slack: is_archived)", Reason(Why.CHANNEL_GONE)),
        (UNKNOWN_OUTCOME, Reason(Why.UNCERTAIN)),
        (f"{UNKNOWN_OUTCOME} ({refused(SLACK, 'missing_scope')})", Reason(Why.UNCERTAIN)),
        (out_for_too_long(SLACK, "503"), Reason(Why.OUTAGE, SLACK)),
        (not_set_up(SLACK), Reason(Why.NOT_SET_UP, SLACK)),
        (refused(SLACK, "msg_too_long"), Reason(Why.REFUSED, SLACK, "msg_too_long")),
        (
            kept_failing(10, "a fault in Milepost: KeyError"),
            Reason(Why.KEPT_FAILING, None, "a fault in Milepost: KeyError"),
        ),
        ("slackers wrote this", Reason(Why.OTHER, None, "slackers wrote this")),
    ],
)
def test_what_is_kept_says_which_reason_it_is(kept: str, reason: Reason):
    assert reason_of(kept) == reason


def test_reasons_have_keys_of_their_own():
    reasons = [Reason(Why.REFUSED, SLACK, said) for said in ("a", "b")] + [Reason(why) for why in Why]
    assert len({reason.key for reason in reasons}) == len(reasons)
