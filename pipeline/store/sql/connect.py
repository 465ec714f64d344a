"""In: a database URL. Out: an engine whose tables are up to date, or a StoreError that says what to do."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from pydantic import ValidationError
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from models.errors import DependencyMissing, StoreError

DIALECTS = ("sqlite", "postgresql")

#: A writer waits this long for another before it gives up.
BUSY_SECONDS = 30

#: Any constant will do: processes that open the same PostgreSQL base migrate one after the other.
MIGRATION_LOCK = 20_160_115


@contextmanager
def store_errors(doing: str) -> Generator[None]:
    """Whatever the database raises becomes a StoreError in French."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = str(getattr(error, "orig", None) or error).strip().splitlines()
        raise StoreError(
            f"Base de données : {doing} a échoué ({cause[0] if cause else type(error).__name__}). "
            "Vérifiez ATLAS_DATABASE_URL, les droits et la place sur le disque."
        ) from error
    except ValidationError as error:
        raise StoreError(
            f"Base de données : {doing} a trouvé un enregistrement illisible ({error.title}). "
            "Il vient sans doute d'une autre version du programme : relancez « atlas-cls run »."
        ) from error


def open_engine(url: str) -> Engine:
    """Connect, creating the SQLite file and its folder where needed, and migrate to the last revision."""
    with store_errors("l'ouverture"):
        parsed = make_url(url)
        dialect = parsed.get_backend_name()
        if dialect not in DIALECTS:
            raise StoreError(f"Base « {dialect} » non prise en charge : utilisez {' ou '.join(DIALECTS)}.")
        try:
            engine = _sqlite(parsed) if dialect == "sqlite" else create_engine(parsed, pool_pre_ping=True)
        except ModuleNotFoundError as error:
            raise DependencyMissing(
                f"Le pilote « {error.name} » manque : pip install 'atlas-cls[postgresql]'."
            ) from error
        try:
            _migrate(engine)
        except (StoreError, SQLAlchemyError):
            engine.dispose()
            raise
    return engine


def _sqlite(url: URL) -> Engine:
    if not url.database or url.database == ":memory:":
        raise StoreError("Une base SQLite est un fichier : donnez sqlite:///chemin/du/fichier.db.")
    try:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"Le dossier de « {url.database} » ne peut pas être créé : {error}.") from error
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions of its own
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes the lock at once: one that reads first could not wait for it afterwards."""
    writes = connection.get_execution_options().get("atlas_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", "pipeline.store.sql:migrations")
    with engine.execution_options(atlas_write=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise StoreError(
                f"La base ne peut pas être mise à niveau ({error}). Elle a peut-être été écrite par une "
                "version plus récente : mettez le programme à jour, ou choisissez une autre base."
            ) from error
