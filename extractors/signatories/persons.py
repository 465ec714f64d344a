"""The person who signs for a party: name and role, in whatever order they are printed."""

import re

from extractors.signatories.patterns import ASIDE, BARE_PERSON, PERSON, ROLE
from models.records import Representative

_EDGES = " ,;.:()–-"


def parse_person(text: str) -> Representative | None:
    """ "M. Léandre Fontvoret, président" and "sa directrice générale, Mme X" alike; None without a name."""
    cut = ASIDE.sub("", text).strip(_EDGES)
    found = PERSON.search(cut)
    if found is None:
        parts = [part.strip(_EDGES) for part in re.split(r"[,\n]", cut)]
        for index, part in enumerate(parts):
            if BARE_PERSON.match(part) and ROLE.match(part) is None:
                rest = ", ".join(p for i, p in enumerate(parts) if i != index and p)
                return Representative(name=part, role=_role(rest))
        return None
    before, after = cut[: found.start()].strip(_EDGES), cut[found.end() :].strip(_EDGES)
    role = _role(after) or _role(before)
    return Representative(name=_tidy(found["name"]), role=role)


def _role(text: str) -> str | None:
    text = re.split(r",\s*(?:dûment|habilit|agissant|d.une part|d.autre part|ci-après)", text)[0]
    found = ROLE.match(text.strip(_EDGES))
    return re.sub(r"\s+", " ", found["role"]).strip(_EDGES) if found else None


def _tidy(name: str) -> str:
    """Capitals of a surname printed "DUPONT" stay; trailing punctuation goes."""
    return re.sub(r"\s+", " ", name).strip(_EDGES)
