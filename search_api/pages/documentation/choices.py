"""The regions and departments that a list can be limited to: all of today, named."""

from dataclasses import dataclass

from search_api.documentation.dossier import Dossier
from search_api.documentation.regions import region_codes


@dataclass(frozen=True)
class Places:
    regions: tuple[str, ...]
    departments: tuple[str, ...]


def places_of(dossier: Dossier) -> Places:
    return Places(tuple(region_codes(dossier)), tuple(dossier.coverage.departments))
