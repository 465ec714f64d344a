"""The whole base as a Frictionless Data Package: a zip of CSV files, their schemas, vocabularies, outlines, quality.

In: the base and, where there is one, the report of an evaluation. Out: the zip in pieces.
"""

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from models.lists import CONTRACTS, LISTS, ListInfo
from models.vocabularies.themes.skos import skos_json_ld
from pipeline.evaluation.report import EvaluationReport
from search_api.exports.choose import Base, list_table
from search_api.exports.delimited import csv_chunks
from search_api.exports.formats import OF_RECORDS
from search_api.exports.quality import quality_table
from search_api.exports.tables import Table
from search_api.exports.tableschema import CONTRIBUTORS, LICENCE, Node, published_schema, table_schema

PIECE = 64 * 1024
#: The only stamp of files in the zip: the same base gives the same bytes.
STAMP = (1980, 1, 1, 0, 0, 0)
TITLE = "Contrats locaux de santé : inventaire, actions et preuves"
README = "LISEZMOI.md"


def package_chunks(base: Base, quality: EvaluationReport | None = None) -> Iterator[bytes]:
    """`datapackage.json`, `data/`, `schemas/`, and a README in French."""
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            _write(archive, base, quality)
        file.seek(0)
        yield from _pieces(file)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


def _write(archive: zipfile.ZipFile, base: Base, quality: EvaluationReport | None) -> None:
    tables = [list_table(base, name) for name in LISTS]
    if quality is not None:
        tables.append(quality_table(quality))
    resources = [_add_table(archive, table) for table in tables]
    for table in tables:
        schema = json.dumps(published_schema(table.info), ensure_ascii=False, indent=2)
        _add(archive, f"schemas/{table.info.file}.json", iter((schema.encode(), b"\n")))
    outlines = OF_RECORDS["geojson"].write(base.catalogue, list_table(base, CONTRACTS.name))
    resources.append(
        _resource(
            _add(archive, "data/contrats.geojson", outlines),
            name="contrats-geojson",
            title="Contours des territoires",
            description="Les contrats, avec le contour des communes de leur territoire (IGN, simplifié).",
            format="geojson",
            mediatype="application/geo+json",
        )
    )
    resources.append(
        _resource(
            _add(archive, "data/vocabulaires.jsonld", iter((skos_json_ld().encode(),))),
            name="vocabulaires",
            title="Vocabulaires",
            description="Thèmes, déterminants, populations, types d'action et lieux d'intervention, en SKOS.",
            format="jsonld",
            mediatype="application/ld+json",
        )
    )
    if quality is not None:
        report = quality.model_dump_json(indent=1).encode()
        resources.append(
            _resource(
                _add(archive, "data/evaluation.json", iter((report,))),
                name="evaluation",
                title="Rapport d'évaluation",
                description="Le rapport complet, avec des exemples d'erreurs par champ.",
                format="json",
                mediatype="application/json",
            )
        )
    descriptor = json.dumps(_descriptor(base.today, resources), ensure_ascii=False, indent=2)
    _add(archive, "datapackage.json", iter((descriptor.encode(), b"\n")))
    _add(archive, README, iter((_readme(base.today, tables).encode(),)))


def _add(archive: zipfile.ZipFile, path: str, chunks: Iterator[bytes]) -> Node:
    """Writes a file; what a resource says of it."""
    sha, size = hashlib.sha256(), 0
    entry = zipfile.ZipInfo(path, STAMP)
    entry.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(entry, "w") as file:
        for chunk in chunks:
            file.write(chunk)
            sha.update(chunk)
            size += len(chunk)
    return {"path": path, "bytes": size, "hash": f"sha256:{sha.hexdigest()}"}


def _resource(file: Node, **told: str) -> Node:
    return {**told, **file, "encoding": "utf-8"}


def _add_table(archive: zipfile.ZipFile, table: Table) -> Node:
    """Without a byte order mark: readers of packages know the encoding from the descriptor."""
    info = table.info
    file = _add(archive, f"data/{info.file}.csv", csv_chunks(table, bom=False))
    told = {
        "name": info.file,
        "title": info.title,
        "description": info.description,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
    }
    dialect: Node = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True}
    return {**_resource(file, **told), "dialect": dialect, "schema": table_schema(info)}


def _descriptor(day: date, resources: list[Node]) -> Node:
    return {
        "profile": "data-package",
        "name": "atlas-cls",
        "title": TITLE,
        "description": "Les contrats locaux de santé publiés en France, leurs actions, et les mots des documents "
        "qui prouvent chaque valeur. Les cellules qu'un tableur exécuterait comme une formule commencent par une "
        "apostrophe (voir LISEZMOI.md).",
        "version": day.isoformat(),
        "created": f"{day.isoformat()}T00:00:00Z",
        "keywords": ["contrat local de santé", "santé publique", "CLS", "France"],
        "licenses": [LICENCE],
        "contributors": list(CONTRIBUTORS),
        "resources": resources,
    }


def _readme(day: date, tables: list[Table]) -> str:
    lines = [f"# {TITLE}", "", f"État au {day.isoformat()}.", ""]
    lines += ["| fichier | contenu | clé |", "|---|---|---|"]
    lines += [_line(table.info) for table in tables]
    lines += ["", *_NOTES, ""]
    return "\n".join(lines)


def _line(info: ListInfo) -> str:
    return f"| `data/{info.file}.csv` | {info.description} | `{', '.join(info.key)}` |"


_NOTES = (
    "Chaque fichier CSV a son schéma (Table Schema) dans `schemas/` ; `datapackage.json` les réunit et se vérifie",
    "avec `frictionless validate datapackage.json`. Encodage UTF-8, séparateur virgule.",
    "",
    "- Listes : éléments séparés par « ; » entre espaces ; dans un élément, « ; » est écrit « \\; », « \\ » « \\\\ ».",
    "- Formules : une cellule qu'un tableur exécuterait (début par =, +, -, @, tabulation, fin de ligne) porte une",
    "  apostrophe en tête ; ôtez-la pour retrouver le texte.",
    "- Dates partielles : aussi précises que le document (2015, 2015-06, 2015-06-12).",
    "- Les valeurs sont lues par un programme : `citations.csv` donne les mots et la page de chacune, avec la",
    "  probabilité qu'elle soit juste ; `qualite.csv`, quand il est là, ce que vaut la lecture champ par champ.",
)
