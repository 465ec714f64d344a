"""Settings from the environment (ATLAS_*), and where each kind of data lives under ATLAS_DATA_DIR."""

import os
from functools import cached_property
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from extractors.ner.choose import RecogniserKind
from search_api.engines.choose import EngineKind
from search_api.engines.elastic import Address


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

    engine: EngineKind = Field(
        EngineKind.EMBEDDED, description="Search engine: embedded, elasticsearch or opensearch"
    )
    engine_url: str = Field(
        "http://127.0.0.1:9200", description="Addresses of the cluster's nodes, separated by commas"
    )
    engine_index: str = Field(
        "atlas", pattern=r"^[a-z][a-z0-9_-]{0,99}$", description="Alias, and beginning of the index names"
    )
    engine_shards: int = Field(1, ge=1, le=64, description="Shards of an index on a cluster")
    engine_user: str | None = Field(None, description="User of the cluster")
    engine_password: SecretStr | None = Field(None, description="Password of that user")
    engine_api_key: SecretStr | None = Field(None, description="API key, in place of a user (Elasticsearch)")
    engine_ca: Path | None = Field(None, description="PEM file of the authority that signed the certificate")
    engine_seconds: float = Field(
        10.0, gt=0, description="Time limit of one request to the cluster, in seconds"
    )

    semantic: bool = Field(
        False, description="Rank the first hits by their meaning too; needs the `semantic` extra"
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
    def engine_address(self) -> Address:
        """Raises ConfigurationError for an address that cannot be used."""
        secrets = (self.engine_password, self.engine_api_key)
        password, api_key = (secret.get_secret_value() if secret else None for secret in secrets)
        urls = tuple(url.strip() for url in self.engine_url.split(",") if url.strip())
        return Address(urls, self.engine_user, password, api_key, self.engine_ca, self.engine_seconds)

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
    def vectors(self) -> Path:
        return self.root / "vectors"

    @property
    def http_cache(self) -> Path:
        return self.root / "http"

    @property
    def prefect_home(self) -> Path:
        return self.root / "prefect"
