import pytest

from search_api.engines.memory import MemoryEngine
from tests.search_api.engines.contract_suite import EngineContract


class TestMemoryEngine(EngineContract):
    @pytest.fixture
    def engine(self) -> MemoryEngine:
        return MemoryEngine()
