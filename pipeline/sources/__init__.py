"""Declared sources: one YAML file each under `declared/`. In: the files. Out: `Source` records, or all their errors."""

from pipeline.sources.load import DECLARED, SourceFileErrors, load_sources
from pipeline.sources.source import Expectations, Source

__all__ = ["DECLARED", "Expectations", "Source", "SourceFileErrors", "load_sources"]
