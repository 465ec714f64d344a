"""Labels that name a place: "Nevers Agglomération (58)", "CLS du Pays de Retz", "Calais – contrat en vigueur – …".

In: a heading, a cell or the beginning of a list item. Out: the name, what brackets say of where it is, and the
words after it; None where the words name no place of the official lists and no *pays*.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.territory.extract import Where, bare_name
from extractors.territory.patterns import (
    CONTRACT_LABEL,
    LABEL_END,
    LEADING_CODE,
    LEADING_MARK,
    NATURE,
    PAYS,
    QUESTION,
    SIGN_OF_NATURE,
)
from models.records import TerritoryType
from models.text import fold
from models.vocabularies.gazetteer import load_gazetteer

MOST_WORDS = 9


@dataclass(frozen=True)
class Label:
    name: str
    where: Where
    rest: str = ""
    hint: TerritoryType | None = None


def read_label(text: str) -> Label | None:
    """The place that a short text begins with, or that a short question asks about."""
    text = LEADING_MARK.sub("", text)
    asked = QUESTION.match(text[:120])
    if asked is not None and is_place(asked["name"]):
        return Label(asked["name"].strip(), Where())
    code = LEADING_CODE.match(text)
    if code is not None and (coded := read_label(text[code.end() :])) is not None:
        own = Where(tuple(_departments(code.group().strip(" –—-"))))
        return replace(coded, where=coded.where if coded.where.departments else own)
    lead = CONTRACT_LABEL.match(text)
    body = text[lead.end() :] if lead else text
    cuts = list(LABEL_END.finditer(body))
    cut = cuts[0] if cuts else None
    if cut is not None and cut.group().startswith(","):  # "Vitry, Champagne et Der" is one name
        further = next((other for other in cuts if not other.group().startswith(",")), None)
        if is_place((body[: further.start()] if further else body).strip()):
            cut = further
    name, rest = (body[: cut.start()], body[cut.start() :]) if cut else (body, "")
    bracket = re.match(r"^\s*\(([^()]{1,40})\)", rest)
    inside = bracket[1] if bracket else ""
    rest = rest[bracket.end() :] if bracket else rest
    name = name.strip(" –—-•:|")
    if not name or len(name.split()) > MOST_WORDS or not is_place(name):
        return None
    hint = TerritoryType.EPCI if SIGN_OF_NATURE.fullmatch(inside.strip()) else None
    return Label(name, Where(tuple(_departments(inside)), _region(inside)), rest.strip(" –—-•:|"), hint)


def is_place(name: str) -> bool:
    """Whether the official lists have it, or it calls itself a *pays*."""
    bare = bare_name(name)
    if not bare[:1].isupper() and not NATURE.match(name):
        return False
    gazetteer = load_gazetteer()
    if PAYS.match(name) and len(name.split()) > 1:
        return True
    return bool(gazetteer.communes(bare) or gazetteer.epcis(name) or gazetteer.epcis(bare))


def division(text: str) -> Where | None:
    """A heading that is a department or a region and nothing else: "Aisne", "Gard (30)", "Région Bretagne"."""
    bare = re.sub(r"(?<!\s)\s*\(\w{2,3}\)\s*$", "", text.strip(" :–—-"))
    bare = re.sub(
        r"^(?:département|région)\s+(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])?",
        "",
        bare,
        flags=re.IGNORECASE,
    )
    gazetteer = load_gazetteer()
    department = gazetteer.department(bare)
    if department is not None:
        return Where((department.code,))
    region = gazetteer.region(bare) if not bare.isdigit() else None
    return Where((), region.code) if region else None


def _departments(inside: str) -> Iterator[str]:
    gazetteer = load_gazetteer()
    for part in re.split(r"\s{0,9}(?:,|/|–|-\s|\bet\b)\s*", inside):
        department = gazetteer.department(part.strip()) if part.strip() else None
        if department is not None:
            yield department.code
    if fold(inside) and gazetteer.department(inside) is None and "-" in inside:
        return


def _region(inside: str) -> str | None:
    if not inside or inside.strip().isdigit():
        return None
    gazetteer = load_gazetteer()
    region = None if gazetteer.department(inside) else gazetteer.region(inside)
    return region.code if region else None
