"""Alembic's entry: runs the migrations on the connection, and in the transaction, of the caller."""

from alembic import context

from focusdesk.store.tables import metadata

# SQLite cannot alter most of a table in place: batch mode copies it.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
