"""The first of the requests that `make fuzz` makes by the thousand."""

import time

from tests.inbound.fuzzing import fuzzer

AT_LEAST, AT_MOST = 120, 300
FOR_S = 15.0


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
