"""Answers which official place a name means: communes, groupings, departments, regions, with their codes.

In: names as documents print them, with what is known of the place around. Out: `Place`s, or an
abstention with its reason; never a guess between homonyms.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable
from functools import cached_property, lru_cache

from models.records import TerritoryType
from models.text import fold
from models.vocabularies import mentions
from models.vocabularies.keys import core_key, grouping_keys, name_key, nature_of, states_grouping
from models.vocabularies.places import Place, PlaceMention, Resolution
from models.vocabularies.tables import Tables, commune_place, division_key, load_tables

#: A commune this big, and this many times bigger than every homonym, is meant when nothing else is said.
LARGE_COMMUNE, LARGE_RATIO = 20_000, 10
_NATURE_FAMILY = {"MET69": "METRO"}
_COMMUNE_WORDS = ("la commune", "la ville", "la mairie", "commune", "ville", "mairie")


class Gazetteer:
    """Frozen: it only answers. Get it from `load_gazetteer()`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @property
    def vintage(self) -> int:
        """Year of the newest official list."""
        return self._tables.vintage

    # -- by name ---------------------------------------------------------------------------------

    def communes(self, name: str, department: str | None = None) -> tuple[Place, ...]:
        """All communes of that name, those of today first, the largest first."""
        key = name_key(_without_commune_word(name))
        places = [self._commune(number) for number in self._tables.communes_by_key.get(key, ())]
        places = [p for p in places if department is None or department in p.departments]
        return tuple(sorted(places, key=lambda p: (p.former, -(p.population or 0), -(p.vintage or 0))))

    def epcis(self, name: str, department: str | None = None) -> tuple[Place, ...]:
        """All groupings of that name: of today before dissolved ones, of the stated nature if any are."""
        numbers = dict.fromkeys(
            number for key in grouping_keys(name) for number in self._tables.groupings_by_key.get(key, ())
        )
        places = [self._grouping(number) for number in numbers]
        if not places:
            places = self._longer_groupings(name)
        places = [p for p in places if department is None or department in p.departments]
        return tuple(_of_nature(_newest(places), nature_of(name)))

    def department(self, name_or_code: str) -> Place | None:
        known = self._tables.departments
        code = name_or_code.strip().upper()
        return known.get(code) or known.get(self._tables.department_names.get(division_key(name_or_code), ""))

    def region(self, name_or_code: str) -> Place | None:
        """The region of today: "Basse-Normandie" gives Normandie. `former_region` keeps the old one."""
        found = self.former_region(name_or_code) or self._tables.regions.get(name_or_code.strip())
        return self._tables.regions[found.successor] if found and found.successor else found

    def former_region(self, name: str) -> Place | None:
        """The region of that name as it was, be it of before 2016."""
        return self._tables.regions.get(self._tables.region_names.get(division_key(name), ""))

    def resolve(
        self,
        name: str,
        *,
        type: TerritoryType | None = None,
        departments: Collection[str] = (),
        region: str | None = None,
    ) -> Resolution:
        """The one place that a name means, given what is known of where it is."""
        candidates = self._candidates(name, type)
        if not candidates:
            return Resolution(reason=f"« {name} » ne figure pas dans les listes officielles.")
        near = [p for p in candidates if _is_near(p, departments, region)]
        if not near:
            return Resolution(
                candidates=tuple(candidates), reason=f"« {name} » existe, mais dans un autre département."
            )
        current = [p for p in near if not p.former] or near
        distinct = {p.code: p for p in reversed(current)}
        if len(distinct) == 1:
            return Resolution(
                place=current[0], candidates=tuple(near), reason=_why(current[0], len(candidates))
            )
        largest = max(current, key=lambda p: p.population or 0)
        others = [p.population or 0 for p in current if p.code != largest.code]
        if (largest.population or 0) > LARGE_COMMUNE and (largest.population or 0) >= LARGE_RATIO * max(
            others
        ):
            return Resolution(
                place=largest, candidates=tuple(current), reason="Bien plus peuplé que tous ses homonymes."
            )
        return Resolution(
            candidates=tuple(current), reason=f"{len(distinct)} homonymes : il faut le département."
        )

    def canonical_commune_name(self, name: str) -> str:
        """The official spelling: "la Seyne sur Mer" gives "La Seyne-sur-Mer"; the name itself if unknown."""
        found = self.communes(name)
        spellings = dict.fromkeys(p.name for p in found if not p.former) or dict.fromkeys(
            p.name for p in found
        )
        if name in spellings or not spellings:
            return name
        words = len(fold(name).split())
        return min(spellings, key=lambda spelling: abs(len(fold(spelling).split()) - words))

    # -- by code ---------------------------------------------------------------------------------

    def place(self, code: str) -> Place | None:
        """A commune by INSEE code, a grouping by SIREN."""
        if code in self._tables.commune_by_code:
            return self._commune(self._tables.commune_by_code[code])
        if code in self._tables.grouping_by_siren:
            return self._grouping(self._tables.grouping_by_siren[code])
        return None

    def members(self, siren: str) -> tuple[str, ...]:
        """INSEE codes of the communes of a grouping, after the newest list that has it."""
        number = self._tables.grouping_by_siren.get(siren)
        return tuple(self._tables.groupings[number][6]) if number is not None else ()

    def population(self, code: str) -> int | None:
        found = self.place(code)
        return found.population if found else None

    def departments_of(self, place: Place) -> tuple[str, ...]:
        return place.departments

    def region_of_department(self, code: str) -> str | None:
        found = self._tables.departments.get(code.upper())
        return found.region if found else None

    def ars(self, region_code: str) -> str | None:
        """Label of the regional health agency of a region, of before 2016 too: "ARS Grand Est"."""
        found = self._tables.regions.get(region_code)
        return f"ARS {found.name}" if found else None

    # -- in a text -------------------------------------------------------------------------------

    def find_places(
        self, text: str, types: Iterable[TerritoryType] | None = None
    ) -> tuple[PlaceMention, ...]:
        """Names of places in a text, longest first, capitalised, with what they may mean."""
        found = mentions.find(text, self)
        wanted = frozenset(types) if types is not None else frozenset(TerritoryType)
        kept = ((m, tuple(p for p in m.candidates if p.type in wanted)) for m in found)
        return tuple(m.model_copy(update={"candidates": places}) for m, places in kept if places)

    def find_departments(self, text: str) -> tuple[PlaceMention, ...]:
        return self.find_places(text, (TerritoryType.DEPARTEMENT,))

    # -- inner -----------------------------------------------------------------------------------

    def _candidates(self, name: str, type: TerritoryType | None) -> list[Place]:
        if type is TerritoryType.DEPARTEMENT:
            found = self.department(name)
            return [found] if found else []
        if type is TerritoryType.EPCI:
            return list(self.epcis(name))
        if type is TerritoryType.COMMUNE:
            return list(self.communes(name))
        if type is not None:
            return []
        if states_grouping(name):
            return list(self.epcis(name)) or list(self.communes(name))
        return list(self.communes(name)) or list(self.epcis(name))

    @cached_property
    def _grouping_keys(self) -> list[str]:
        return sorted(self._tables.groupings_by_key)

    def _longer_groupings(self, name: str) -> list[Place]:
        """A name cut short: "Espace Sud" for "Espace Sud de la Martinique". Two words at least, one answer.

        One word is enough where the nature is said and there is one such grouping: "Annemasse Agglo".
        A bare "Pays d'Apt" is a *pays* of its own, not the grouping "Pays d'Apt-Luberon" cut short.
        """
        core = core_key(name)
        nature = nature_of(name)
        if (len(core.split()) < 2 and nature not in {"CA", "CU", "METRO"}) or (
            core.startswith("pays ") and not states_grouping(name)
        ):
            return []
        first, end = (
            bisect_left(self._grouping_keys, f"{core} "),
            bisect_left(self._grouping_keys, f"{core}!"),
        )
        longer = {
            number
            for key in self._grouping_keys[first:end]  # "!" is the sign after the space
            for number in self._tables.groupings_by_key[key]
        }
        places = _newest([self._grouping(number) for number in sorted(longer)])
        if len(core.split()) < 2:
            places = [p for p in places if p.nature == nature and not p.former]
        return places if len({p.code for p in places}) == 1 else []

    @lru_cache(maxsize=4096)  # noqa: B019 the gazetteer lives as long as the process
    def _commune(self, number: int) -> Place:
        row = self._tables.communes[number]
        department = self._tables.departments.get(row[2])
        return commune_place(row, department.region if department else None)

    @lru_cache(maxsize=4096)  # noqa: B019
    def _grouping(self, number: int) -> Place:
        name, siren, nature, vintage, population, former, members = self._tables.groupings[number]
        homes = [
            self._tables.communes[n][2]
            for n in map(self._tables.commune_by_code.get, members)
            if n is not None
        ]
        departments = tuple(sorted(set(homes), key=lambda code: (-homes.count(code), code)))
        home = self._tables.departments.get(departments[0]) if departments else None
        return Place(
            name=name,
            type=TerritoryType.EPCI,
            code=siren,
            departments=departments,
            region=home.region if home else None,
            population=population,
            vintage=vintage,
            nature=nature,
            former=former,
        )


def _without_commune_word(name: str) -> str:
    """ "Ville de Grasse" → "Grasse"; a name such as "Ville-d'Avray" or "Villedieu" stays."""
    folded = fold(name)
    for word in _COMMUNE_WORDS:
        for link in ("de", "d", "du", "des"):
            if folded.startswith(f"{word} {link} ") and " " in name[: len(word) + 1]:
                rest = folded.removeprefix(f"{word} {link} ")
                # "Ville de X" loses its article with "du" and "des": "Ville du Mans" is "Le Mans".
                return {"du": "le ", "des": "les "}.get(link, "") + rest
    return name


def _newest(places: list[Place]) -> list[Place]:
    """One reading a code; those of today push out those of the past."""
    by_code: dict[str, Place] = {}
    for place in places:
        if place.code not in by_code or not place.former:
            by_code[place.code] = place
    return [p for p in by_code.values() if not p.former] or list(by_code.values())


def _of_nature(places: list[Place], nature: str | None) -> list[Place]:
    return [p for p in places if nature and _NATURE_FAMILY.get(p.nature, p.nature) == nature] or places


def _is_near(place: Place, departments: Collection[str], region: str | None) -> bool:
    if departments:
        return bool(set(departments) & set(place.departments))
    return region is None or place.region == region


def _why(place: Place, known: int) -> str:
    if place.former:
        return f"Seul de ce nom, dans la liste de {place.vintage}."
    return "Seul de ce nom." if known == 1 else "Seul de ce nom à cet endroit dans la liste actuelle."


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    return Gazetteer(load_tables())
