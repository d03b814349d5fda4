"""The keys that what people write is sealed with: there, and all of those that the database needs."""

from collections.abc import AsyncIterator

from bot.doctor.check import Check, right, wrong
from bot.settings import PREFIX, Settings
from storage.database import SqlDatabase
from storage.known_keys import missing_keys


def given(settings: Settings) -> Check:
    """Whether there is a key to seal with."""
    number = len(settings.encryption_key_list)
    if number:
        return right("keys", f"what people write is sealed with the first of {number}")
    todo = "Set it to what milepost keys new makes, and keep a copy where you keep secrets."
    return wrong("keys", f"{PREFIX}ENCRYPTION_KEYS is missing", todo)


async def known(reached: SqlDatabase) -> AsyncIterator[Check]:
    """Whether everything that is sealed can be opened."""
    missing = await missing_keys(reached)
    if missing:
        said = f"{PREFIX}ENCRYPTION_KEYS lacks {', '.join(missing)}, with which values in the database are sealed"
        yield wrong("keys", said, "Add them again, after the newest; milepost keys status names the rows.")
