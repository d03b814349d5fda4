"""Runs migrations on the connection that `storage.migrate` hands over."""

from alembic import context

from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    compare_type=True,
    # SQLite cannot alter a table; batch mode rebuilds it instead.
    render_as_batch=True,
)

with context.begin_transaction():
    context.run_migrations()
