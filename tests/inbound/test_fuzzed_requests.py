"""The first of the requests that `make fuzz` makes by the thousand."""

import time

from tests.inbound.fuzzing import fuzzer

AT_LEAST, AT_MOST = 120, 300
FOR_S = 15.0

FOUND = (
    1795835795931,  # a form of Slack's whose view has no id
    1795835796605,  # one whose id is a list
    1795837033746,  # an activity of Teams' to a bot whose id is a table
    1795835806322,  # a file with a name of 8,000 letters
)
"""Numbers of requests that something was wrong with, when `make fuzz` made them."""


async def test_no_request_that_was_once_stumbled_over_is_stumbled_over_again(sqlite_url, clock):
    async with fuzzer(sqlite_url, clock) as trying:
        for number in FOUND:
            await trying.try_one(number)
        assert trying.findings.found == []


async def test_no_request_ends_in_a_server_error_or_in_what_nobody_handled(sqlite_url, clock):
    ends_at = time.monotonic() + FOR_S
    async with fuzzer(sqlite_url, clock) as trying:
        for number in range(AT_MOST):
            if number >= AT_LEAST and time.monotonic() > ends_at:
                break
            await trying.try_one(number)
        assert trying.findings.found == []
        # That it is answered at all shows that it got past the signature.
        assert trying.findings.answers[200] > AT_LEAST // 4
