"""Builds `official/` from unpacked versions of the npm package @etalab/decoupage-administratif.

In: a folder with one folder or `npm pack` archive per version. Out: communes, groupings and divisions,
compressed byte for byte the same each time, and SOURCE.json.
Run: python -m models.vocabularies.build --packages DIR
"""

import argparse
import gzip
import json
import sys
import tarfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from models.vocabularies.keys import name_key

DATA = Path(__file__).parent / "official"

#: Version of the package -> year of the official lists, after the table in the package's own README.
VINTAGES: Mapping[str, int] = {
    "0.7.0": 2019,
    "0.8.0": 2020,
    "1.1.1": 2021,
    "2.3.1": 2022,
    "3.1.1": 2023,
    "4.1.0": 2024,
    "5.3.0": 2025,
    "6.0.0": 2026,
}
_NATURES = {
    "commune-actuelle": "commune",
    "commune-deleguee": "commune déléguée",
    "commune-associee": "commune associée",
    "arrondissement-municipal": "arrondissement municipal",
}

Rows = list[list[Any]]


class Package:
    """One version, read from a folder or from the archive that `npm pack` wrote."""

    def __init__(self, packages: Path, version: str) -> None:
        self.vintage = VINTAGES[version]
        self._folder = packages / version
        self._archive = packages / f"etalab-decoupage-administratif-{version}.tgz"
        if not self._folder.is_dir() and not self._archive.is_file():
            raise FileNotFoundError(
                f"Version {version} absente de {packages} : "
                f"lancez « npm pack @etalab/decoupage-administratif@{version} » dans ce dossier."
            )

    def read(self, name: str) -> list[dict[str, Any]]:
        """The list `data/<name>.json`; empty where this version has none (EPT before 2023)."""
        if self._folder.is_dir():
            path = self._folder / "data" / f"{name}.json"
            return list(json.loads(path.read_text())) if path.is_file() else []
        with tarfile.open(self._archive) as archive:
            if f"package/data/{name}.json" not in archive.getnames():
                return []
            member = archive.extractfile(f"package/data/{name}.json")
            return list(json.load(member)) if member else []


def commune_rows(packages: Sequence[Package]) -> Rows:
    """[name, code, department, population, EPCI, nature, vintage, successor, key], newest list first."""
    newest = packages[-1]
    epci_of = {member["code"]: epci["code"] for epci in newest.read("epci") for member in epci["membres"]}
    rows: Rows = []
    seen: set[tuple[str, str]] = set()  # (key, department)
    for package in reversed(packages):
        communes = sorted(
            package.read("communes"), key=lambda c: (c["type"] != "commune-actuelle", c["code"])
        )
        for commune in communes:
            nature = _NATURES[commune["type"]]
            if package is not newest:
                nature = "ancienne commune" if nature == "commune" else nature
            identity = (name_key(commune["nom"]), commune.get("departement", ""))
            if identity in seen and nature != "commune":
                continue
            seen.add(identity)
            successor = commune.get("chefLieu") or commune.get("commune")
            epci = epci_of.get(commune["code"]) or epci_of.get(successor or "")
            rows.append(
                [
                    commune["nom"],
                    commune["code"],
                    commune.get("departement", ""),
                    commune.get("population"),
                    epci,
                    nature,
                    package.vintage,
                    successor,
                    identity[0],
                ]
            )
    return rows


def grouping_rows(packages: Sequence[Package]) -> Rows:
    """[name, SIREN, nature, vintage, population, former, members]: of today, then dissolved and renamed."""
    newest = packages[-1]
    rows: Rows = []
    seen: set[tuple[str, str]] = set()
    for package in reversed(packages):
        for epci in sorted((*package.read("epci"), *package.read("ept")), key=lambda e: str(e["code"])):
            identity = (str(epci["code"]), name_key(epci["nom"]))
            if identity in seen:
                continue
            seen.add(identity)
            rows.append(
                [
                    epci["nom"],
                    epci["code"],
                    epci["type"],
                    package.vintage,
                    epci.get("populationMunicipale"),
                    package is not newest,
                    sorted(member["code"] for member in epci["membres"]),
                ]
            )
    return rows


def division_rows(newest: Package) -> dict[str, Rows]:
    """Departments and regions. Overseas collectivities are not in a region: theirs stays null."""
    regions = [r for r in newest.read("regions") if r.get("zone") != "com"]
    codes = {region["code"] for region in regions}
    return {
        "departments": [
            [d["nom"], d["code"], d["region"] if d["region"] in codes else None]
            for d in newest.read("departements")
        ],
        "regions": [[r["nom"], r["code"]] for r in regions],
    }


def write(path: Path, value: object) -> None:
    """Compressed JSON without a time stamp or file name, so that the same data gives the same bytes."""
    raw = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    path.write_bytes(gzip.compress(raw, compresslevel=9, mtime=0))


def build(packages_dir: Path, data: Path = DATA, versions: Iterable[str] = VINTAGES) -> None:
    packages = sorted((Package(packages_dir, v) for v in versions), key=lambda p: p.vintage)
    data.mkdir(parents=True, exist_ok=True)
    write(data / "communes.json.gz", commune_rows(packages))
    write(data / "groupings.json.gz", grouping_rows(packages))
    write(data / "divisions.json.gz", division_rows(packages[-1]))
    source = {
        "package": "@etalab/decoupage-administratif",
        "repository": "https://github.com/etalab/decoupage-administratif",
        "origin": "Code officiel géographique et populations légales (Insee), liste des EPCI (DGCL)",
        "licence": {"package": "MIT", "data": "Licence Ouverte / Open Licence (Etalab)"},
        "vintage": packages[-1].vintage,
        "versions": {v: VINTAGES[v] for v in versions},
        "built_by": "python -m models.vocabularies.build --packages DIR",
    }
    (data / "SOURCE.json").write_text(json.dumps(source, ensure_ascii=False, indent=2) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--packages", type=Path, required=True, help="folder of the unpacked or packed versions"
    )
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args(arguments)
    try:
        build(options.packages, options.out)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 4
    return 0


if __name__ == "__main__":
    sys.exit(main())
