"""Reads the shipped data files into rows filed under their folded keys; a place is built when asked for."""

import gzip
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from models.records import TerritoryType
from models.text import fold
from models.vocabularies.data import read_yaml
from models.vocabularies.keys import core_key, grouping_keys, name_key
from models.vocabularies.places import Place

DATA = Path(__file__).parent / "official"
NAMES = Path(__file__).parent / "names.yaml"

Row = Sequence[Any]


@dataclass(frozen=True)
class Tables:
    """Rows as stored; `communes_by_key` and `groupings_by_key` hold row numbers, best first."""

    communes: Sequence[Row]
    groupings: Sequence[Row]
    communes_by_key: Mapping[str, Sequence[int]]
    groupings_by_key: Mapping[str, Sequence[int]]
    commune_by_code: Mapping[str, int]
    grouping_by_siren: Mapping[str, int]
    departments: Mapping[str, Place]  # by code
    regions: Mapping[str, Place]  # by code, regions of before 2016 too
    department_names: Mapping[str, str]  # key -> code
    region_names: Mapping[str, str]
    vintage: int


def commune_place(row: Row, region: str | None) -> Place:
    name, code, department, population, epci, nature, vintage, successor, _ = row
    return Place(
        name=name,
        type=TerritoryType.COMMUNE,
        code=code,
        departments=(department,) if department else (),
        region=region,
        population=population,
        vintage=vintage,
        nature=nature,
        former=nature != "commune",
        successor=successor,
        epci=epci,
    )


def _read(name: str) -> Any:
    return json.loads(gzip.decompress((DATA / name).read_bytes()))


def _filed(keys: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    filed: defaultdict[str, list[int]] = defaultdict(list)
    for number, names in enumerate(keys):
        for key in names:
            filed[key].append(number)
    return dict(filed)


def _grouping_keys(groupings: Sequence[Row]) -> dict[str, list[int]]:
    filed = _filed([grouping_keys(row[0]) for row in groupings])
    by_siren = _first(groupings)
    for name, siren in read_yaml(NAMES)["groupings"].items():
        filed.setdefault(core_key(name), []).append(by_siren[siren])
    return filed


def _first(rows: Sequence[Row]) -> dict[str, int]:
    """Code -> its first row: files are written newest list first."""
    first: dict[str, int] = {}
    for number, row in enumerate(rows):
        first.setdefault(str(row[1]), number)
    return first


def _divisions() -> tuple[dict[str, Place], dict[str, Place], dict[str, str], dict[str, str]]:
    rows = _read("divisions.json.gz")
    extra = read_yaml(NAMES)
    departments = {
        code: Place(
            name=name,
            type=TerritoryType.DEPARTEMENT,
            code=code,
            departments=(code,),
            region=region,
            nature="département",
        )
        for name, code, region in rows["departments"]
    }
    regions = {
        code: Place(
            name=name,
            type=TerritoryType.AUTRE,
            code=code,
            region=code,
            nature="région",
            departments=tuple(sorted(d.code for d in departments.values() if d.region == code)),
        )
        for name, code in rows["regions"]
    }
    department_names = {name_key(place.name): code for code, place in departments.items()}
    department_names |= {name_key(name): code for name, code in extra["departments"].items()}
    region_names = {name_key(place.name): code for code, place in regions.items()}
    region_names |= {name_key(name): code for name, code in extra["aliases"].items()}
    for old in extra["former"]:
        region_names[name_key(old["name"])] = old["code"]
        regions[old["code"]] = Place(
            name=old["name"],
            type=TerritoryType.AUTRE,
            code=old["code"],
            region=old["region"],
            nature="région",
            departments=tuple(old["departments"]),
            vintage=2015,
            former=True,
            successor=old["region"],
        )
    return departments, regions, department_names, region_names


@lru_cache(maxsize=1)
def load_tables() -> Tables:
    communes = _read("communes.json.gz")
    groupings = _read("groupings.json.gz")
    departments, regions, department_names, region_names = _divisions()
    return Tables(
        communes=communes,
        groupings=groupings,
        communes_by_key=_filed([(row[8],) for row in communes]),
        groupings_by_key=_grouping_keys(groupings),
        commune_by_code=_first(communes),
        grouping_by_siren=_first(groupings),
        departments=departments,
        regions=regions,
        department_names=department_names,
        region_names=region_names,
        vintage=json.loads((DATA / "SOURCE.json").read_text())["vintage"],
    )


def division_key(name: str) -> str:
    """Key of a department or region: without "département de", "région", articles."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in {
        "departement",
        "region",
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
    }:
        words.pop(0)
    return name_key(" ".join(words))
