"""What of the registry of silences is asked for, and how its groupings are called."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import Field

from models.text import fold
from pipeline.regional.silences import PlaceSearch, SearchState
from search_api.documentation.where import Where

NATURES: Mapping[str, str] = {
    "CC": "Communauté de communes",
    "CA": "Communauté d'agglomération",
    "CU": "Communauté urbaine",
    "METRO": "Métropole",
    "MET69": "Métropole de Lyon",
    "EPT": "Établissement public territorial",
    "commune": "Commune",
}


class SilenceFilter(Where):
    """Values of one criterion are alternatives; criteria add up."""

    q: Annotated[str, Field(max_length=200, description="Mots du nom")] = ""
    state: list[SearchState] = Field([], description="Ce que l'on sait")
    type: Annotated[
        Literal["epci", "commune"] | None, Field(description="Intercommunalités ou communes seulement")
    ] = None

    def chosen(self, places: Iterable[PlaceSearch]) -> list[PlaceSearch]:
        """In their order."""
        words = fold(self.q).split()
        return [
            place
            for place in places
            if self.holds(place.region, place.departments)
            and (not self.state or place.state in self.state)
            and (self.type is None or (place.nature == "commune") == (self.type == "commune"))
            and all(word in fold(place.name) for word in words)
        ]
