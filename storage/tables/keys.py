"""Which keys values are sealed with: never a key, only what it is called."""

from sqlalchemy import Column, String, Table

from storage.columns import Utc
from storage.tables.schema import metadata

sealing_keys = Table(
    "sealing_keys",
    metadata,
    # The key's fingerprint, as it stands beside each value that the key sealed.
    Column("key_id", String, primary_key=True),
    Column("first_used_at", Utc, nullable=False),
)
