"""GeoJSON (RFC 7946): contracts with the outline of their territory, actions with a point inside it.

The outline is that of the communes of the perimeter (IGN, simplified). A territory without an official list of
communes (*pays*, neighbourhood, unknown code) has a null geometry, and `no_geometry` says why.
"""

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache

from models.lists import ACTIONS
from models.records import Contract, TerritoryType
from models.vocabularies.census import load_census
from models.vocabularies.gazetteer import load_gazetteer
from models.vocabularies.shapes import department_shape
from pipeline.regional.outlines import Polygon, centre, dissolved, outline_of
from pipeline.regional.perimeter import perimeter_of
from search_api.exports.lines import ROWS, plain_row
from search_api.exports.tables import Row, Table
from search_api.services import Catalogue

NOT_DRAWN = "Les contours de ces communes ne sont pas connus."


def geojson_chunks(catalogue: Catalogue, table: Table) -> Iterator[bytes]:
    """A feature a row; `properties` are the columns of the list."""
    collection = f'{{"type":"FeatureCollection","name":{json.dumps(table.info.file)},"features":[\n'
    lines, before = [collection], ""
    for row in table.rows:
        lines.append(before + json.dumps(_feature(catalogue, table, row), ensure_ascii=False))
        before = ",\n"
        if len(lines) > ROWS:
            yield "".join(lines).encode()
            lines = []
    yield ("".join(lines) + "\n]}\n").encode()


def _feature(catalogue: Catalogue, table: Table, row: Row) -> dict[str, object]:
    contract = catalogue.contracts[str(row["contract_id"])].contract
    polygons, unknown = territory_outline(contract)
    geometry: dict[str, object] | None = None
    if polygons and table.info.name == ACTIONS.name:
        geometry = {"type": "Point", "coordinates": centre(polygons)}
    elif polygons:
        geometry = {"type": "MultiPolygon", "coordinates": polygons}
    (key,) = table.info.key
    properties = {**plain_row(row), "no_geometry": unknown}
    return {"type": "Feature", "id": row[key], "geometry": geometry, "properties": properties}


def territory_outline(contract: Contract) -> tuple[Sequence[Polygon], str | None]:
    """The polygons of the territory, or none and the reason why (French)."""
    perimeter = perimeter_of(contract, load_census(), load_gazetteer())
    if perimeter.unknown is not None:
        return (), perimeter.unknown
    if contract.territory.type is TerritoryType.DEPARTEMENT:
        codes = (contract.territory.code,) if contract.territory.code else contract.departments
        polygons = _of_departments(tuple(filter(None, codes)))
    else:
        polygons = _of_communes(perimeter.communes, perimeter.parts)
    return polygons, None if polygons else NOT_DRAWN


@lru_cache(maxsize=2048)
def _of_communes(communes: tuple[str, ...], parts: tuple[str, ...]) -> Sequence[Polygon]:
    """Parts of communes have no outline of their own: they count only within a commune that is there whole."""
    successors = load_census().successors
    if any(successors[part] not in communes for part in parts):
        return ()
    return outline_of(communes)


@lru_cache(maxsize=128)
def _of_departments(codes: tuple[str, ...]) -> Sequence[Polygon]:
    return dissolved(shape for code in codes if (shape := department_shape(code)))
