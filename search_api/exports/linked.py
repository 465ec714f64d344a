"""JSON-LD: contracts and actions in the words of schema.org and Dublin Core, their codes as our SKOS concepts.

The context stands in the file, so a reader needs no web. Names are URNs: they hold wherever the atlas is served.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from models.catalogue import KIND_LABELS, ActionRecord, ContractRecord, InventoryRow, Source
from models.lists import ACTIONS
from models.records import Code
from models.vocabularies.themes.skos import concept_iri
from search_api.exports.lines import ROWS
from search_api.exports.tables import Table
from search_api.services import Catalogue

CONTEXT: Mapping[str, object] = {
    "schema": "https://schema.org/",
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "atlas": "urn:atlas-cls:term:",
    "id": "@id",
    "type": "@type",
    "name": "schema:name",
    "number": "schema:position",
    "language": "schema:inLanguage",
    "kind": {"@id": "dct:type", "@type": "@id"},
    "about": {"@id": "dct:subject", "@type": "@id"},
    "partOf": {"@id": "schema:isPartOf", "@type": "@id"},
    "hasPart": {"@id": "schema:hasPart", "@type": "@id"},
    "description": "schema:description",
    "territory": "schema:spatialCoverage",
    "code": "schema:identifier",
    "period": "schema:temporalCoverage",
    "signed": "dct:issued",
    "status": "atlas:status",
    "signatories": "atlas:signatory",
    "employee": "schema:employee",
    "jobTitle": "schema:jobTitle",
    "axis": "atlas:axis",
    "pilot": "atlas:pilot",
    "partners": "atlas:partner",
    "audience": "schema:audience",
    "indicators": "atlas:indicator",
    "sources": "dct:source",
    "url": {"@id": "schema:url", "@type": "schema:URL"},
    "related": {"@id": "dct:relation", "@type": "@id"},
}
Node = dict[str, object]


def iri(kind: str, identifier: str) -> str:
    """ "urn:atlas-cls:contract:c-dreux"; signs that an address cannot hold are percent-encoded."""
    return f"urn:atlas-cls:{kind}:{quote(identifier, safe='-._~')}"


def jsonld_chunks(catalogue: Catalogue, table: Table) -> Iterator[bytes]:
    """One document whose graph has a node a row."""
    lines = [f'{{"@context":{json.dumps(CONTEXT)},"@graph":[\n']
    before = ""
    for row in table.rows:
        if table.info.name == ACTIONS.name:
            node = action_node(catalogue.actions[str(row["id"])])
        else:
            identifier = str(row["contract_id"])
            node = contract_node(catalogue.contracts[identifier], catalogue.rows[identifier])
        lines.append(before + json.dumps(node, ensure_ascii=False))
        before = ",\n"
        if len(lines) > ROWS:
            yield "".join(lines).encode()
            lines = []
    yield ("".join(lines) + "\n]}\n").encode()


def contract_node(record: ContractRecord, row: InventoryRow) -> Node:
    """Without what is not known."""
    contract = record.contract
    name = contract.title or f"{KIND_LABELS[contract.kind]} – {contract.territory.name}"
    period = f"{contract.start_date or '..'}/{row.end or '..'}"
    return _told(
        {
            "id": iri("contract", record.id),
            "type": ["schema:CreativeWork", "atlas:Contract"],
            "name": name,
            "language": "fr",
            "kind": iri("kind", contract.kind),
            "territory": _told(
                {
                    "type": "schema:AdministrativeArea",
                    "name": contract.territory.name,
                    "code": contract.territory.code,
                }
            ),
            "period": period if period != "../.." else None,
            "signed": contract.signature_date,
            "status": row.status.value,
            "about": _concepts(contract.codes),
            "signatories": [
                _told(
                    {
                        "type": "schema:Organization",
                        "name": signatory.name,
                        "employee": _told(
                            {
                                "type": "schema:Person",
                                "name": signatory.representative.name,
                                "jobTitle": signatory.representative.role,
                            }
                        )
                        if signatory.representative
                        else None,
                    }
                )
                for signatory in contract.signatories
            ],
            "axis": [axis.title for axis in contract.axes],
            "hasPart": [iri("action", identifier) for identifier in record.action_ids],
            "related": [iri("contract", relation.contract_id) for relation in record.relations],
            "sources": _sources(record.sources),
        }
    )


def action_node(record: ActionRecord) -> Node:
    """Without what is not known."""
    action = record.action
    audience = {"type": "schema:Audience", "name": action.target_population}
    return _told(
        {
            "id": iri("action", record.id),
            "type": ["schema:CreativeWork", "atlas:Action"],
            "name": action.title,
            "number": action.number,
            "language": "fr",
            "partOf": iri("contract", record.contract_id),
            "axis": action.axis,
            "description": action.description,
            "audience": audience if action.target_population else None,
            "pilot": action.pilot,
            "partners": list(action.partners),
            "indicators": list(action.indicators),
            "about": _concepts(action.codes),
            "sources": _sources(record.sources),
        }
    )


def _concepts(codes: Sequence[Code]) -> list[str]:
    return list(dict.fromkeys(concept_iri(code.scheme, code.concept) for code in codes))


def _sources(sources: Sequence[Source]) -> list[Node]:
    return [
        _told(
            {
                "id": iri("document", source.document),
                "type": "schema:DigitalDocument",
                "name": source.name,
                "url": source.uri if source.uri and source.uri.startswith(("http://", "https://")) else None,
            }
        )
        for source in {s.document: s for s in sources}.values()
    ]


def _told(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, [], "")}
