"""The data described in DCAT, as JSON-LD: what data portals harvest. In: the address of the API. Out: a document."""

import json
from datetime import date

from models.lists import LISTS
from search_api.exports.formats import FORMATS, endings_of
from search_api.exports.package import TITLE
from search_api.exports.tableschema import LICENCE

Node = dict[str, object]
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "id": "@id",
    "type": "@type",
    "title": {"@id": "dct:title", "@language": "fr"},
    "description": {"@id": "dct:description", "@language": "fr"},
    "keyword": {"@id": "dcat:keyword", "@language": "fr"},
    "modified": {"@id": "dct:modified", "@type": "http://www.w3.org/2001/XMLSchema#date"},
    "licence": {"@id": "dct:license", "@type": "@id"},
    "language": {"@id": "dct:language", "@type": "@id"},
    "conformsTo": {"@id": "dct:conformsTo", "@type": "@id"},
    "dataset": {"@id": "dcat:dataset", "@type": "@id"},
    "distribution": {"@id": "dcat:distribution", "@type": "@id"},
    "mediaType": {"@id": "dcat:mediaType", "@type": "@id"},
    "downloadURL": {"@id": "dcat:downloadURL", "@type": "@id"},
    "accessURL": {"@id": "dcat:accessURL", "@type": "@id"},
}
FRENCH = "http://publications.europa.eu/resource/authority/language/FRA"
ZIP = "application/zip"


def dcat_json_ld(api: str, day: date) -> str:
    """`api` is the address that lists stand below, without a slash at its end. A data set a list, one of them all."""
    everything = _dataset(api, "base", TITLE, "L'ensemble de la base.", day)
    everything["distribution"] = [_distribution(f"{api}/base.zip", "Data Package", ZIP)]
    datasets = [everything]
    for info in LISTS.values():
        one = _dataset(
            api, info.name, f"Contrats locaux de santé : {info.title.lower()}", info.description, day
        )
        one["conformsTo"] = f"{api}/schemas/{info.name}.json"
        one["distribution"] = [
            _distribution(f"{api}/{info.name}.{ending}", FORMATS[ending].label, FORMATS[ending].media_type)
            for ending in endings_of(info.name)
        ]
        datasets.append(one)
    catalogue = {
        "id": f"{api}/catalog.jsonld",
        "type": "dcat:Catalog",
        "title": "Atlas CLS",
        "dataset": datasets,
    }
    return json.dumps({"@context": _CONTEXT, **catalogue}, ensure_ascii=False, indent=1)


def _dataset(api: str, name: str, title: str, description: str, day: date) -> Node:
    return {
        "id": f"{api}/catalog.jsonld#{name}",
        "type": "dcat:Dataset",
        "title": title,
        "description": description,
        "keyword": ["contrat local de santé", "santé publique"],
        "modified": day.isoformat(),
        "licence": LICENCE["path"],
        "language": FRENCH,
    }


def _distribution(address: str, label: str, media_type: str) -> Node:
    kind = media_type.partition(";")[0]
    return {
        "type": "dcat:Distribution",
        "title": label,
        "mediaType": f"https://www.iana.org/assignments/media-types/{kind}",
        "downloadURL": address,
        "accessURL": address,
    }
