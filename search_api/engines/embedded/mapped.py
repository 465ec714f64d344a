"""Files of numbers and of bytes, mapped: processes that open the same one share its memory."""

import mmap
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)


def mapped_bytes(path: Path) -> mmap.mmap | bytes:
    """An empty file cannot be mapped."""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if path.stat().st_size else b""


def mapped(path: Path, kind: type[Number]) -> NDArray[Number]:
    """Raises ValueError where the file ends within a number."""
    return np.frombuffer(mapped_bytes(path), kind)
