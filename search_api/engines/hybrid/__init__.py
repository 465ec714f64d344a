"""Ranking by meaning on top of any engine."""

from search_api.engines.hybrid.engine import HybridEngine

__all__ = ["HybridEngine"]
