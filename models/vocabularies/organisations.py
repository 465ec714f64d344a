"""What kind of organisation a name means, and a key under which two writings of one organisation meet.

In: a name as printed ("Préfet du Var"). Out: its kind, or a key such as "etat:prefecture:83".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from models.records import OrganisationKind, TerritoryType
from models.text import fold, slug
from models.vocabularies.data import read_yaml
from models.vocabularies.gazetteer import load_gazetteer
from models.vocabularies.keys import LINKS, core_key, states_grouping

#: "L'État représenté par le préfet du Var" is the prefecture: the office named last tells the territory.
_REPRESENTED = re.compile(r"^.*\brepresentee? par\b")
_LONG = {
    "ch": "centre hospitalier",
    "chu": "centre hospitalier universitaire",
    "chs": "centre hospitalier specialise",
    "petr": "pole equilibre territorial rural",
    "eps": "etablissement public sante",
}
_OFFICE = re.compile(r"\b(?:le |la )?prefe(?:t|te|cture)\b")


@dataclass(frozen=True)
class OrganisationPattern:
    key: str
    kind: OrganisationKind
    where: str
    expression: re.Pattern[str]


@dataclass(frozen=True)
class OrganisationHead:
    """Where in a folded text the words stand that tell the kind."""

    pattern: OrganisationPattern
    start: int
    end: int


@lru_cache(maxsize=1)
def organisation_patterns() -> tuple[OrganisationPattern, ...]:
    rows: list[Mapping[str, object]] = read_yaml(Path(__file__).parent / "organisations.yaml")
    return tuple(
        OrganisationPattern(
            key=str(row["key"]),
            kind=OrganisationKind(str(row["kind"])),
            where=str(row["where"]),
            expression=re.compile(r"\b(?:" + "|".join(_texts(row["patterns"])) + r")(?:(?<= )|(?![a-z0-9]))"),
        )
        for row in rows
    )


def _texts(value: object) -> list[str]:
    return [str(text) for text in value] if isinstance(value, list) else []


def organisation_head(folded: str, start: int = 0) -> OrganisationHead | None:
    """The first words from `start` on that tell a kind; at the same place the first pattern of the file."""
    best: OrganisationHead | None = None
    for pattern in organisation_patterns():
        match = pattern.expression.search(folded, start)
        if match and (best is None or match.start() < best.start):
            best = OrganisationHead(pattern, match.start(), match.end())
    return best


@lru_cache(maxsize=8192)
def organisation_kind(name: str) -> OrganisationKind:
    """The kind of an organisation; a bare name is looked up: "Flers Agglo", "Ardenne Métropole", "Millau"."""
    head = organisation_head(fold(name))
    if head:
        return head.pattern.kind
    gazetteer = load_gazetteer()
    if states_grouping(name):
        return OrganisationKind.EPCI
    if gazetteer.communes(name):
        return OrganisationKind.COMMUNE
    if gazetteer.department(name):
        return OrganisationKind.DEPARTEMENT
    if gazetteer.region(name):
        return OrganisationKind.REGION
    return OrganisationKind.EPCI if gazetteer.epcis(name) else OrganisationKind.AUTRE


@lru_cache(maxsize=8192)
def normalise_organisation(name: str) -> str:
    """A key for linking: the same for "ARS Grand Est" and "Agence régionale de santé Grand Est"."""
    folded = fold(name)
    head = organisation_head(folded)
    if head is None:
        kind = organisation_kind(name)
        where = {"commune": "commune", "epci": "epci", "departement": "department", "region": "region"}
        return f"{kind}:{_territory(name, where.get(kind, 'name'))}"
    pattern = head.pattern
    rest = folded[head.end :]
    if pattern.key == "prefecture":
        office = _OFFICE.search(_REPRESENTED.sub("", folded))
        rest = _REPRESENTED.sub("", folded)[office.end() :] if office else rest
    if pattern.key == "ars":
        rest = re.sub(r"\b(?:agence regionale d[eu] sante|ars|la|de l)\b", " ", rest)
    key = (
        pattern.kind.value
        if pattern.key in {pattern.kind.value, "communaute"}
        else f"{pattern.kind}:{pattern.key}"
    )
    if pattern.where == "whole":
        words = (_LONG.get(word, word) for word in folded[head.start :].split())
        rest = " ".join(words)
    return f"{key}:{_territory(name if pattern.where == 'epci' else rest, pattern.where)}".rstrip(":")


def _territory(name: str, where: str) -> str:
    """The code of the place where it is known without doubt, else its folded name without linking words."""
    gazetteer = load_gazetteer()
    bare = " ".join(_stripped(fold(name).split()))
    if not bare:
        return ""
    if where == "department" and (department := gazetteer.department(bare)):
        return department.code
    if where in {"region", "department"} and (region := gazetteer.former_region(bare)):
        return f"r{region.code}"
    if where == "commune" and (town := gazetteer.resolve(_article(name), type=TerritoryType.COMMUNE).place):
        return town.code
    if where == "epci" and (grouping := gazetteer.resolve(name, type=TerritoryType.EPCI).place):
        return grouping.code
    if where == "epci":
        return slug(core_key(name))
    return "-".join(word for word in bare.split() if word not in LINKS)


def _stripped(words: list[str]) -> list[str]:
    """Without the words that link an organisation to its territory."""
    while words and words[0] in LINKS | {"departement", "departementale", "region"}:
        words.pop(0)
    return words


def _article(name: str) -> str:
    """ "du mans" → "le mans": the article that the link has swallowed belongs to the commune's name."""
    words = fold(name).split()
    link = words[0] if words else ""
    article = {"du": ["le"], "des": ["les"]}.get(link, [])
    return " ".join(article + words[1:] if link in {"du", "des", "de", "d"} else words)
