"""Collection: from a folder or a declared source to originals kept by content and `Document` records."""

from pipeline.collect.folder import collect_folder
from pipeline.collect.originals import Originals

__all__ = ["Originals", "collect_folder"]
