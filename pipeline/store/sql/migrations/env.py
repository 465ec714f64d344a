"""Run by Alembic: migrates over the connection that `open_store` gives, inside its transaction."""

from alembic import context

from pipeline.store.sql.tables import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
