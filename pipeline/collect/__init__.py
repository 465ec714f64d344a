"""Collection: from a folder or a declared source to originals kept by content and `Document` records."""

from pipeline.collect.folder import collect_folder
from pipeline.collect.originals import Originals
from pipeline.collect.web import Collected, collect_source

__all__ = ["Collected", "Originals", "collect_folder", "collect_source"]
