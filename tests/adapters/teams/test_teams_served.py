"""Teams as `milepost serve` sets it up from the settings."""

import aiohttp
import pytest

from tests.clock import MovableClock
from tests.installation import installed

REGISTERED = {"teams_app_id": "app", "teams_app_password": "hush", "teams_tenant_id": "tenant"}


@pytest.mark.parametrize("settings", [{"teams_auth": "off"}, REGISTERED], ids=["off", "registered"])
async def test_a_server_with_teams_set_up_takes_what_teams_sends(sqlite_url: str, clock: MovableClock, settings):
    async with installed(sqlite_url, clock, **settings) as running, aiohttp.ClientSession() as session:
        answer = await session.post(f"{running.base_url}/api/messages", json={})
        assert answer.status == 400


async def test_a_server_without_teams_has_no_way_in_for_it(sqlite_url: str, clock: MovableClock):
    async with installed(sqlite_url, clock) as running, aiohttp.ClientSession() as session:
        answer = await session.post(f"{running.base_url}/api/messages", json={})
        assert answer.status == 404
