"""The person who signs for a party: name and role, in whatever order they are printed."""

import re

from extractors.signatories.patterns import ASIDE, BARE_PERSON, PERSON, ROLE
from models.records import Representative

_EDGES = " ,;.:()–-\n"
#: What follows a role: by what right the person signs, or the next sentence.
_ROLE_END = re.compile(
    r",?(?<!\s)\s*\b(?:dûment|habilit|autoris|en\s+(?:vertu|présence)|par\s+délé?[gib]|agissant|assurant|"
    r"d.une part|d.autre part|ci-après|en\s+exercice|pour\s+le\s+compte|et\s*$)|"
    r"(?<=[^\W\d_]{3})\.\s"
)


def parse_person(text: str) -> Representative | None:
    """ "M. Léandre Fontvoret, président" and "sa directrice générale, Mme X" alike; None without a name."""
    cut = ASIDE.sub("", text).strip(_EDGES)
    found = PERSON.search(cut)
    if found is None:
        for part in re.finditer(r"[^,\n]+", cut):
            name = part.group().strip(_EDGES)
            if BARE_PERSON.match(name) and ROLE.match(name) is None:
                return Representative(name=name, role=_role(cut[part.end() :]) or _role(cut[: part.start()]))
        return None
    role = _role(cut[found.end() :]) or _role(cut[: found.start()])
    return Representative(name=_tidy(found["name"]), role=role)


def _role(text: str) -> str | None:
    text = _ROLE_END.split(text)[0]
    found = ROLE.match(text.strip(_EDGES))
    if found is None:
        return None
    role = re.sub(r"\s+", " ", found["role"].replace("’", "'")).strip(_EDGES)
    return role[:1].lower() + role[1:] if role[1:2].islower() else role  # "Maire", above a signature


def _tidy(name: str) -> str:
    """Capitals of a surname printed "DUPONT" stay; trailing punctuation goes."""
    return re.sub(r"\s+", " ", name.replace("’", "'")).strip(_EDGES)
