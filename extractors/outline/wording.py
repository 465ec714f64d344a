"""A printed wording in, the field of an action sheet that it heads out: by the lists, then by stems.

The lists are data: sheet_labels.yaml (wordings), label_words.yaml (words around them, stems).
"""

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from models.layout import Block
from models.text import fold
from models.vocabularies.labels import label_fields, label_words, word_lists

LABEL_MAX = 60
#: A table with so many different labels is a sheet.
SHEET_LABELS = 4
_TYPO_MIN = 92.0
_MOST_WORDS = 7
#: Words after "et" or a colon that still belong to a label: "Constats et enjeux du territoire".
_AFTER_JOINT = 3
#: Keys of label_words.yaml that are no fields.
_NOT_FIELDS = frozenset({"articles", "qualifiers"})
_ENDINGS = re.compile(r"\((?:s|x|es|e|nt|ée?s?)\)|·e·?s?|\.e\.s?\b")
_ICON = r"^[^\w(«]*"
_SUITE = re.compile(r"[(–-]?\s?suite(?: et fin)?\s?\)?[ :]*$", re.IGNORECASE)
#: "1. Contexte", "a) Objectifs", "3 – Pilote": the rubrics of some templates are numbered.
_RANK = r"(?:\d{1,2}|[a-h]|[ivx]{1,4})\s?(?:[.)°]|[–—-](?=\s))\s*(?=[^\W\d])"
_RANKED = re.compile(_ICON + _RANK, re.IGNORECASE)
_BEFORE = re.compile(f"{_ICON}(?:{_RANK})?", re.IGNORECASE)
#: What may stand around a label.
AROUND = " :?.…–—-\t"


#: Nouns that end like infinitives.
_NOUNS = (
    r"atelier|quartier|foyer|dossier|m[ée]tier|premier|papier|courrier|chantier|calendrier|conseiller|infirmier|cancer|"
    r"hiver|janvier|f[ée]vrier|particulier|financier|cahier|fichier|loisir|avenir|plaisir|pouvoir|savoir|espoir"
)
#: Infinitives in -re, unlike "centre", "territoire", "préfecture".
_IN_RE = (
    r"[^\W\d_]{1,17}(?:en|on|an|er|or|ein|ain|oin|ou)dre|[^\W\d_]{0,12}(?:mett|batt|[aoî]ît|aît)re|"
    r"[^\W\d_]{0,12}(?:tru|du|cu|lu|nu|[dlr]|cr|pla|ta|fa|tra|cro|bo|suff)ire|[^\W\d_]{0,8}(?:sui|vi)vre|"
    r"[^\W\d_]{0,8}rompre|[^\W\d_]{0,6}vaincre|(?:con|in|ex)clure"
)
#: "Ouvrir un lieu", "Ne pas rompre le suivi": what is aimed at or done begins with an infinitive.
INFINITIVE = re.compile(
    r"^\W*(?:ne\s+(?:pas|plus)\s+)?(?:(?:mieux|bien)\s+)?(?:se\s+|s['’]|y\s+|en\s+|l['’])?"
    rf"(?!(?:{_NOUNS})s?\b)(?:[^\W\d_]{{2,20}}(?:er|ir|oir)|{_IN_RE})\b",
    re.IGNORECASE,
)


def bare_label(text: str) -> str:
    """Without the icon, the rank, "(suite)", the colon and the question mark around it."""
    bare = _BEFORE.sub("", text, count=1)
    return (_SUITE.sub("", bare) if "suite" in bare.lower() else bare).strip(AROUND)


def is_ranked(text: str) -> bool:
    """Whether a rank stands before the words: "6. Partenaires"."""
    return _RANKED.match(text) is not None


@lru_cache(maxsize=16384)  # a line is asked for by itself, with the next ones, and again for the looks
def label_field(text: str) -> str | None:
    """The field that a whole text heads by the lists, or None: "Publics visés :" gives "target_population"."""
    if len(text) > LABEL_MAX:
        return None
    head, colon, rest = text.strip(" :").partition(":")
    if colon:  # "Diagnostic : besoins identifiés :"
        joined = text.rstrip().endswith(":") and len(rest.split()) <= _AFTER_JOINT
        return label_field(head) if joined else None
    return _known(fold(_ENDINGS.sub("", bare_label(text))))


@lru_cache(maxsize=4096)
def _known(name: str) -> str | None:
    known = label_fields()
    if not name or name in known:
        return known.get(name)
    for joint in (" et ", " ou "):
        head, joins, rest = name.partition(joint)
        if joins and len(head) > 3 and head in known:
            words = rest.split()
            if len(words) <= _AFTER_JOINT and not any(map(str.isdigit, words)):
                return known[head]
    return _bare(name) or _qualified(name) or _of_axis(name) or _misspelt(name)


def _of_axis(name: str) -> str | None:
    """ "Engagement concerné", "Axe prioritaire de rattachement": whatever a contract calls its axes."""
    if not name.startswith(_axis_words()):
        return None
    for word in _axis_words():
        rest = name.removeprefix(word)
        words = rest.split()
        if (
            rest.startswith((" ", "s "))
            and 0 < len(words) <= _AFTER_JOINT
            and all(
                w in label_words()["qualifiers"] or w in {"rattachement", "s", "reference"} for w in words
            )
        ):
            return "axis"
    return None


@lru_cache(maxsize=1)
def _axis_words() -> tuple[str, ...]:
    return tuple(word_lists()["words"])


def _bare(name: str) -> str | None:
    """ "Le calendrier", "Nos partenaires"; but "L'action" tells what is done and is no title."""
    first, _, rest = name.partition(" ")
    if first not in label_words()["articles"]:
        return None
    return "description" if rest in {"action", "projet"} else label_fields().get(rest)


def _qualified(name: str) -> str | None:
    """ "Descriptif détaillé de l'action": a known wording, then words that do not change what it heads."""
    words, qualifiers = name.split(), label_words()["qualifiers"]
    for size in range(len(words) - 1, 0, -1):
        if words[size] not in qualifiers:
            return None
        field = label_fields().get(" ".join(words[:size]))
        if field is not None:
            sheet_field = field in label_words() and field not in _NOT_FIELDS
            return field if sheet_field and len(words) <= _MOST_WORDS else None
    return None


def _misspelt(name: str) -> str | None:
    if len(name) < 6 or any(map(str.isdigit, name)):
        return None
    alike = _by_beginning().get(name[:2], ())
    near = process.extractOne(name, alike, scorer=fuzz.ratio, score_cutoff=_TYPO_MIN)
    return label_fields()[near[0]] if near else None


@lru_cache(maxsize=1)
def _by_beginning() -> dict[str, list[str]]:
    """The wordings by their first two letters, which a typing error seldom touches: a tenth to compare with."""
    found: dict[str, list[str]] = {}
    for name in label_fields():
        found.setdefault(name[:2], []).append(name)
    return found


def is_sheet_table(block: Block) -> bool:
    """A table whose cells head several fields of a sheet: its dates are those of an action, not of the contract."""
    if block.table is None:
        return False
    heads = (cell.text.replace("\n", " ") for cell in block.table.cells if len(cell.text) <= LABEL_MAX)
    fields = {label_field(text) for text in heads} & (label_words().keys() - _NOT_FIELDS)
    return len(fields) >= SHEET_LABELS


@lru_cache(maxsize=4096)
def stem_field(text: str) -> str | None:
    """The field whose stem begins a word of the wording, the surest field first; "skip" for other rubrics."""
    name = f" {fold(text)}"
    for field, stems in label_words().items():
        if field not in _NOT_FIELDS and any(f" {stem}" in name for stem in stems):
            return field
    return None
