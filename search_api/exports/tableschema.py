"""Table Schema (Frictionless) of a list: French titles and descriptions, types, constraints, keys.

What schema.data.gouv.fr asks of a schema stands at its head (https://guides.data.gouv.fr/schema).
"""

from collections.abc import Mapping

from models.fields import FieldInfo, FieldType
from models.lists import LISTS, ListInfo
from search_api.exports.cells import SEPARATOR

Node = dict[str, object]

SPECIFICATION = "https://frictionlessdata.io/schemas/table-schema.json"
#: Of the schemas; counts as semver does.
VERSION = "1.0.0"
CREATED = "2026-11-25"
LICENCE = {
    "name": "etalab-2.0",
    "title": "Licence Ouverte / Open Licence version 2.0",
    "path": "https://spdx.org/licenses/etalab-2.0.html",
}
CONTRIBUTORS = ({"title": "Atlas CLS", "role": "author"},)
TYPES: Mapping[FieldType, str] = {
    FieldType.TEXT: "string",
    FieldType.INTEGER: "integer",
    FieldType.NUMBER: "number",
    FieldType.BOOLEAN: "boolean",
    FieldType.DATE: "date",
    FieldType.PARTIAL_DATE: "string",
    FieldType.DATETIME: "datetime",
    FieldType.LIST: "string",
}
PARTIAL_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_ASIDES = {
    FieldType.PARTIAL_DATE: " Année, mois ou jour : AAAA, AAAA-MM ou AAAA-MM-JJ.",
    FieldType.LIST: f" Éléments séparés par « {SEPARATOR} ».",
}


def table_schema(info: ListInfo) -> Node:
    """The schema alone: fields, missing values, primary and foreign keys."""
    schema: Node = {
        "fields": [_field(field) for field in info.fields.values()],
        "missingValues": [""],
        "primaryKey": list(info.key),
    }
    if info.references:
        schema["foreignKeys"] = [
            {"fields": [field], "reference": {"resource": LISTS[of].file, "fields": list(LISTS[of].key)}}
            for field, of in info.references.items()
        ]
    return schema


def published_schema(info: ListInfo) -> Node:
    """The schema with what a catalogue of schemas needs to know of it."""
    return {
        "$schema": SPECIFICATION,
        "name": f"atlas-cls-{info.file}",
        "title": f"Contrats locaux de santé : {info.title.lower()}",
        "description": info.description,
        "countryCode": "FR",
        "version": VERSION,
        "created": CREATED,
        "lastModified": CREATED,
        "contributors": list(CONTRIBUTORS),
        "licenses": [LICENCE],
        **table_schema(info),
    }


def _field(info: FieldInfo) -> Node:
    node: Node = {
        "name": info.name,
        "title": info.label,
        "description": info.description + _ASIDES.get(info.type, ""),
        "type": TYPES[info.type],
    }
    constraints: Node = {}
    if info.required:
        constraints["required"] = True
    if info.values:
        constraints["enum"] = list(info.values)
    if info.type is FieldType.PARTIAL_DATE:
        constraints["pattern"] = PARTIAL_DATE
    if info.minimum is not None:
        constraints["minimum"] = info.minimum
    if info.maximum is not None:
        constraints["maximum"] = info.maximum
    return {**node, "constraints": constraints} if constraints else node
