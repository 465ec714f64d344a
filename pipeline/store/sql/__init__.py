"""The store over a SQL database: in, records; out, the same records. SQLite by default, PostgreSQL too."""

from pipeline.store.sql.store import SqlStore, open_store

__all__ = ["SqlStore", "open_store"]
