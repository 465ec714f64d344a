"""Which engine the settings open, and what is said when they are wrong or nobody answers."""

from pathlib import Path

import pytest

from flows.settings import Settings
from models.errors import ConfigurationError, EngineError
from models.search import SearchQuery
from search_api.engines.choose import EngineKind, open_engine
from search_api.engines.elastic import Address, ElasticEngine, connect
from search_api.engines.embedded import EmbeddedEngine
from tests.search_api.engines.contract_suite import ENTRIES
from tests.search_api.engines.servers.process import free_ports


def opened(settings: Settings, folder: Path) -> object:
    where = (settings.engine_address, settings.engine_index, settings.engine_shards)
    return open_engine(settings.engine, folder, *where)


def test_the_setting_chooses_the_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(opened(Settings(), tmp_path), EmbeddedEngine)
    for kind in ("elasticsearch", "opensearch"):
        monkeypatch.setenv("ATLAS_ENGINE", kind)
        assert isinstance(opened(Settings(), tmp_path), ElasticEngine)


def test_addresses_and_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATLAS_ENGINE_URL", "https://a.exemple.fr, http://b.exemple.fr:9201/chemin/")
    monkeypatch.setenv("ATLAS_ENGINE_PASSWORD", "très secret")
    address = Settings().engine_address
    assert address.with_ports() == ["https://a.exemple.fr:443", "http://b.exemple.fr:9201/chemin"]
    assert address.password == "très secret"
    assert "secret" not in f"{address}{Settings()}"


@pytest.mark.parametrize(
    "url", ["", "exemple.fr", "ftp://exemple.fr", "http://moi:secret@exemple.fr", "http://"]
)
def test_a_wrong_address_is_told_at_once(url: str) -> None:
    with pytest.raises(ConfigurationError, match="ATLAS_ENGINE_URL"):
        Settings(engine_url=url).engine_address  # noqa: B018


def test_a_missing_authority_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="ATLAS_ENGINE_CA"):
        Address(("https://exemple.fr",), ca=tmp_path / "rien.pem")


def test_a_key_is_only_for_elasticsearch() -> None:
    address = Address(("http://127.0.0.1:1",), api_key="abc")
    with pytest.raises(ConfigurationError, match="ATLAS_ENGINE_API_KEY"):
        connect("opensearch", address)


@pytest.mark.parametrize("kind", [EngineKind.ELASTICSEARCH, EngineKind.OPENSEARCH])
def test_nobody_answers(kind: EngineKind, tmp_path: Path) -> None:
    (port,) = free_ports(1)
    engine = open_engine(kind, tmp_path, Address((f"http://127.0.0.1:{port}",), seconds=2), "atlas", 1)
    for ask in (
        engine.count,
        lambda: engine.search(SearchQuery(text="bus")),
        lambda: engine.rebuild(ENTRIES),
    ):
        with pytest.raises(EngineError, match=r"ne répond pas .* ATLAS_ENGINE_URL"):
            ask()
