"""Which communes a contract is about. In: its territory. Out: official codes, or the reason why they are unknown."""

from collections.abc import Iterable

from models.base import Record
from models.records import Contract, Territory, TerritoryType
from models.vocabularies.census import Census
from models.vocabularies.gazetteer import Gazetteer

NO_OFFICIAL_LIST = "Ce type de territoire n'a pas de liste officielle de communes."
NO_CODE = "Le territoire n'est pas rattaché à un code officiel."


class Perimeter(Record):
    """`communes`: codes of communes of today, whole. `parts`: arrondissements or former communes, without the rest
    of the commune of today that they are in. Both are empty where `unknown` says why.
    """

    communes: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    unknown: str | None = None


def perimeter_of(contract: Contract, census: Census, gazetteer: Gazetteer) -> Perimeter:
    """The whole department for a departmental contract, the members for a grouping, else the commune itself."""
    territory = contract.territory
    if territory.type is TerritoryType.DEPARTEMENT:
        own = territory.code or ""
        codes = (own,) if own in census.by_department else contract.departments
        found = [c.code for code in codes for c in census.by_department.get(code, ())]
        return Perimeter(communes=tuple(sorted(found))) if found else Perimeter(unknown=NO_CODE)
    if territory.type not in {TerritoryType.COMMUNE, TerritoryType.EPCI}:
        return Perimeter(unknown=NO_OFFICIAL_LIST)
    return _official(territory, census, gazetteer)


def _official(territory: Territory, census: Census, gazetteer: Gazetteer) -> Perimeter:
    if territory.code is None:
        return Perimeter(unknown=NO_CODE)
    codes: Iterable[str] = gazetteer.members(territory.code) or (territory.code,)
    communes = tuple(sorted(code for code in codes if code in census.communes))
    parts = tuple(sorted(code for code in codes if code in census.successors))
    return Perimeter(communes=communes, parts=parts) if communes or parts else Perimeter(unknown=NO_CODE)


def population_of(perimeter: Perimeter, census: Census) -> int | None:
    """Inhabitants of the perimeter; None where it is unknown, or is a part without a published population."""
    whole = set(perimeter.communes)
    parts = [code for code in perimeter.parts if census.successors[code] not in whole]
    known = [population for code in parts if (population := census.parts[code]) is not None]
    if not whole and not known:
        return None
    return census.population(whole) + sum(known)
