from pathlib import Path

import pytest

from search_api.engines.embedded import EmbeddedEngine
from tests.search_api.engines.contract_suite import EngineContract


class TestEmbeddedEngine(EngineContract):
    @pytest.fixture
    def engine(self, tmp_path: Path) -> EmbeddedEngine:
        return EmbeddedEngine(tmp_path / "index")
