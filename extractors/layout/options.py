"""What a reader may spend, and the errors with which a rung of the ladder gives up."""

from models.base import Record
from models.layout import Outcome


class ReadOptions(Record):
    """Limits of one document. Sizes in bytes and PDF points, resolution in dots per inch."""

    max_bytes: int = 200 * 1024 * 1024
    max_pages: int = 1500
    max_side: float = 5000.0  # a larger page is a poster or an attack: its text is read, no picture is drawn
    ocr: bool = True
    ocr_dpi: int = 200
    ocr_seconds: float = 90.0  # of one page
    ocr_total_seconds: float = (
        220.0  # of all pages: the rest of a long scan is told as unread, not lost with all
    )


class UnreadableError(Exception):
    """The file as a whole ends in this outcome; other rungs cannot do better."""

    def __init__(self, outcome: Outcome, message: str) -> None:
        super().__init__(message)
        self.outcome = outcome


class RungError(Exception):
    """This reader cannot read the file: try the next rung."""
