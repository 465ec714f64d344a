"""Alembic migrations, run by `open_store`. A new one is a new file in `versions/` that names the last as its
`down_revision`; tests check that together they make the tables.
"""
