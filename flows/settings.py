"""Settings from the environment (ATLAS_*), and where each kind of data lives under ATLAS_DATA_DIR."""

import os
from functools import cached_property
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from extractors.ner.choose import RecogniserKind


class Settings(BaseSettings):
    """Every setting has a default; docs/settings.md lists them."""

    model_config = SettingsConfigDict(env_prefix="ATLAS_", frozen=True)

    data_dir: Path = Field(
        Path("data"), description="Folder of all data: originals, layouts, base, index, caches"
    )
    database_url: str | None = Field(
        None, description="SQLAlchemy URL; SQLite under the data folder when unset"
    )
    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 2, ge=1, description="Documents read at a time"
    )
    batch_size: int = Field(16, ge=1, description="Documents per Prefect task run")
    read_seconds: float = Field(300.0, gt=0, description="Time limit of one document, in seconds")
    read_memory_mb: int = Field(2048, gt=0, description="Address space limit of one reader process, in MB")
    max_file_mb: int = Field(200, gt=0, description="Larger files are not read, in MB")
    recogniser: RecogniserKind = Field(
        RecogniserKind.BOTH, description="Who finds names: rules, spacy, model, transformers or both"
    )
    ner_model: str | None = Field(
        None, description="Folder of a trained model of names; for transformers also a name of the hub"
    )

    corpora: str = Field(
        "", description="Further corpora for `evaluate`: name=DOCUMENTS:GOLDS[:real], separated by semicolons"
    )

    @cached_property
    def root(self) -> Path:
        return self.data_dir.resolve()

    @property
    def store_url(self) -> str:
        return self.database_url or f"sqlite:///{self.root / 'atlas.db'}"

    @property
    def originals(self) -> Path:
        return self.root / "originals"

    @property
    def layouts(self) -> Path:
        return self.root / "layouts"

    @property
    def index(self) -> Path:
        return self.root / "index"

    @property
    def quality(self) -> Path:
        """The report of the evaluation that is published with the data, where there is one."""
        return self.root / "evaluation" / "report.json"

    @property
    def http_cache(self) -> Path:
        return self.root / "http"

    @property
    def prefect_home(self) -> Path:
        return self.root / "prefect"
