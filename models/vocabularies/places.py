"""What the gazetteer answers with: places, resolutions with their reason, mentions with offsets."""

from models.base import Record
from models.records import TerritoryType


class Place(Record):
    """A place of the official lists.

    `code`: INSEE code of a commune, department or region, SIREN of a grouping. `nature`: "commune",
    "commune déléguée", "commune associée", "ancienne commune", "arrondissement municipal", "CC", "CA",
    "CU", "METRO", "EPT", "département", "région". `vintage` is the year of the latest list that has it;
    `former` says that it is no longer a commune or grouping of its own, or no longer has this name.
    """

    name: str
    type: TerritoryType
    code: str
    departments: tuple[str, ...] = ()
    region: str | None = None
    population: int | None = None
    vintage: int | None = None
    nature: str
    former: bool = False
    successor: str | None = None  # code of the commune or region that it is now part of
    epci: str | None = None  # SIREN of the grouping of a commune


class Resolution(Record):
    """`place` is None where nothing fits or where several do; `reason` says why, in French."""

    place: Place | None = None
    candidates: tuple[Place, ...] = ()
    reason: str


class PlaceMention(Record):
    """A name in a text, `text[start:end]`, with the places that bear it."""

    start: int
    end: int
    text: str
    candidates: tuple[Place, ...]

    @property
    def place(self) -> Place | None:
        return self.candidates[0] if len(self.candidates) == 1 else None
