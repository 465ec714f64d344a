"""The effects that the stages work with, opened once from the settings."""

from dataclasses import dataclass

from flows.layouts import LayoutFiles
from flows.settings import Settings
from pipeline.collect.originals import Originals
from pipeline.store.protocol import Store
from search_api.engines.choose import open_engine
from search_api.engines.hybrid import HybridEngine
from search_api.engines.hybrid.encoder import SentenceEncoder
from search_api.engines.protocol import SearchEngine


@dataclass(frozen=True)
class Workshop:
    """Everything that outlives a run: the base, the originals, the layouts, the index."""

    settings: Settings
    store: Store
    originals: Originals
    layouts: LayoutFiles
    engine: SearchEngine


def open_workshop(settings: Settings) -> Workshop:
    """Open or create all data under the data folder. Raises StoreError, EngineError or ConfigurationError."""
    # SQLAlchemy takes a fifth of the start of commands that open no base.
    from pipeline.store.sql import open_store

    settings.root.mkdir(parents=True, exist_ok=True)
    return Workshop(
        settings=settings,
        store=open_store(settings.store_url),
        originals=Originals(settings.originals),
        layouts=LayoutFiles(settings.layouts),
        engine=_engine(settings),
    )


def _engine(settings: Settings) -> SearchEngine:
    engine = open_engine(
        settings.engine,
        settings.index,
        settings.engine_address,
        settings.engine_index,
        settings.engine_shards,
    )
    return HybridEngine(engine, SentenceEncoder(), settings.vectors) if settings.semantic else engine
