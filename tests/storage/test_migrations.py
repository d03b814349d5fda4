"""The migrations make the tables that the code expects, on both databases."""

from storage.migrate import current, downgrade, drift, head, upgrade


async def test_an_upgraded_database_is_at_the_head_and_shows_no_drift(database_url):
    assert await current(database_url) == head()
    assert await drift(database_url) == []


async def test_a_second_upgrade_changes_nothing(database_url):
    await upgrade(database_url)
    assert await current(database_url) == head()
