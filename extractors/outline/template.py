"""The template of a document's action sheets, learnt once from what it repeats.

In: blocks. Out: a `Template` that tells which wording, printed in which look, is a label, and of which field.
All sheets of a contract share one template: its labels come once a sheet, in one look, whatever they are called.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extractors.outline.places import Lines, Look, Place, places_of
from extractors.outline.titles import read_head
from extractors.outline.wording import INFINITIVE, bare_label, label_field, stem_field
from models.layout import Block
from models.text import fold
from models.vocabularies.organisations import organisation_head

#: A wording that stands in fewer sheets than that may be anything.
REPEATED = 3
#: A look is that of labels when so many different fields are headed in it.
FIELDS_IN_LOOK = 3
#: So much of what is printed in a look must be labels or repeated before an unknown wording in it counts.
PURITY = 0.6
#: From so many sheets on, a wording that stands once in each is a label whatever its look.
ONCE_A_SHEET = 4
#: Where nearly all that is printed in a look are labels, a wording with the stem of a field is one, too.
SURE = 0.75
LABEL_WORDS = 6
#: Looks of two colours are one when so many wordings are printed in both, and so large a share of the fewer.
SHARED, SHARED_PART = 3, 0.5
#: An icon stands before so many different labels at most.
OF_ICON = 2
#: A document whose labels share a look this far tells labels from words that only read like one.
STRONG = 0.6


@dataclass(frozen=True)
class Template:
    """`looks` are those of labels; `unknown` maps wordings no list has to their field, "skip" or "unknown".

    `alike` maps looks to the one that they are the same as but for the colour of an axis or the icon of a label.
    """

    looks: frozenset[Look] = frozenset()
    alike: dict[Look, Look] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)
    counts: dict[tuple[str, Look], int] = field(default_factory=dict)
    sheets: int = 0
    strong: bool = False

    def field_of(self, text: str, look: Look) -> str | None:
        """The field that the words head where they stand, "skip" or "unknown" for a rubric, or None."""
        name = label_field(text)
        look = self.alike.get(look, look)
        if name is not None:
            return name if self._stands(text, look) else None
        return self.unknown.get(fold(bare_label(text))) if self.unknown and look in self.looks else None

    def _stands(self, text: str, look: Look) -> bool:
        if look in self.looks or look.kind in {"lead", "cell"}:
            return True
        if not self.strong:
            # A bullet that reads "Communes" is an item of a list.
            return look.kind == "colon" or (not look.mark and look.kind != "phrase")
        count = self.counts.get((fold(bare_label(text)), look), 0)
        return count >= max(2, 0.4 * self.sheets)


def learn_template(blocks: Sequence[Block], lines: Lines | None = None) -> Template:
    """One pass over a whole document. `lines` keeps them for who reads them next."""
    by_look: dict[Look, list[Place]] = defaultdict(list)
    for place in places_of(blocks, lines or Lines()):
        by_look[place.look].append(place)
    alike = _alike(by_look)
    for look, same in alike.items():
        by_look[same] += [place._replace(look=same) for place in by_look.pop(look)]
    counts = Counter((p.wording, look) for look, places in by_look.items() for p in places if p.wording)
    known = {look: [p for p in places if p.wording and _field(p, counts)] for look, places in by_look.items()}
    looks = {look for look, places in by_look.items() if _is_label_look(places, known[look], counts)}
    if not looks:
        return Template(alike=alike, counts=dict(counts))
    tops = sorted((n for (_, look), n in counts.items() if look in looks), reverse=True)[:5]
    sheets = tops[len(tops) // 2]
    unknown: dict[str, str] = {}
    for look in looks:
        places = by_look[look]
        pure = _purity(places, known[look], counts)
        for place in places:
            count = counts[(place.wording or "", look)]
            known_word = not place.wording or place.wording in unknown or label_field(place.text) is not None
            if not known_word and _counts_as_label(place, count, pure, sheets):
                unknown[place.wording or ""] = stem_field(place.text) or "unknown"
    in_looks = sum(len(known[look]) for look in looks) + sum(
        counts[wording, look] for wording in unknown for look in looks
    )
    elsewhere = sum(
        len(places)
        for look, places in known.items()
        if look.kind not in {"colon", "phrase"} and look not in looks
    )
    return Template(
        looks=frozenset(looks),
        alike=alike,
        unknown=unknown,
        counts=dict(counts),
        sheets=sheets,
        strong=sheets >= 2 and in_looks >= STRONG * (in_looks + elsewhere),
    )


def _alike(by_look: Mapping[Look, Sequence[Place]]) -> dict[Look, Look]:
    """Looks that differ in colour, background or icon from one that has more places, and print the same labels."""
    groups: dict[Look, list[Look]] = defaultdict(list)
    for look in by_look:
        groups[look._replace(color=0, fill=None, mark="")].append(look)
    found: dict[Look, Look] = {}
    for looks in groups.values():
        if len(looks) < 2:
            continue
        first, *others = sorted(looks, key=lambda look: (bool(look.mark), -len(by_look[look])))
        usual = {place.wording for place in by_look[first]} - {None}
        for look in others:
            wordings = Counter(place.wording for place in by_look[look])
            shared = usual & wordings.keys()
            coloured = len(shared) >= max(SHARED, SHARED_PART * min(len(wordings), len(usual)))
            if coloured or (look.mark and look.bold and _of_icon(wordings)):
                found[look] = first
    return found


def _of_icon(wordings: Counter[str | None]) -> bool:
    """The same words each time: "✓ La preuve" where the other labels have other icons, or theirs set apart."""
    return len(wordings) <= OF_ICON and None not in wordings and min(wordings.values()) >= REPEATED


def _field(place: Place, counts: Counter[tuple[str, Look]]) -> str | None:
    """By the lists; by stems where the document repeats the wording."""
    name = label_field(place.text)
    if name is None and counts[(place.wording or "", place.look)] >= REPEATED and _may_be_unknown(place.text):
        name = stem_field(place.text)
    return name


def _is_label_look(
    places: Sequence[Place], known: Sequence[Place], counts: Counter[tuple[str, Look]]
) -> bool:
    if places[0].look.kind == "phrase" and all(counts[(p.wording or "", p.look)] < 2 for p in known):
        return False  # questions and short sentences of a page
    fields = {_field(place, counts) for place in known}
    if len(fields) >= FIELDS_IN_LOOK and len(known) >= 0.15 * len(places):
        return True
    repeated = {p.wording for p in places if p.wording and counts[(p.wording, p.look)] >= REPEATED}
    pure = _purity(places, known, counts)
    return (len(fields) >= 2 and pure >= PURITY) or (len(repeated) >= 5 and pure >= 0.8)


def _purity(places: Sequence[Place], known: Sequence[Place], counts: Counter[tuple[str, Look]]) -> float:
    """The share of what is printed in a look that is a known label or a repeated wording."""
    told = {id(place) for place in known}
    good = sum(
        id(p) in told or (p.wording is not None and counts[(p.wording, p.look)] >= REPEATED) for p in places
    )
    return good / len(places)


def _counts_as_label(place: Place, count: int, pure: float, sheets: int) -> bool:
    if not _may_be_unknown(place.text, short=pure >= SURE):
        return False
    if sheets >= ONCE_A_SHEET and 0.7 * sheets <= count <= 1.3 * sheets:
        return True  # what stands once in each sheet, word for word, heads something
    if pure < PURITY:
        return False
    if pure >= SURE and place.look.bold and _reads_like_label(place.text):
        return True  # a template whose wordings change from sheet to sheet
    if count >= REPEATED:  # a picture tells labels from values by their place alone
        alike = place.look.kind == "cell" and not _stands_out(place.look) and stem_field(place.text) is None
        least = 0.7 if alike else 0.25
        return least * sheets <= count <= 1.5 * sheets + 1
    return sheets < REPEATED and count >= max(1, sheets - 1)


def _stands_out(look: Look) -> bool:
    return look.bold or look.upper or look.ranked or bool(look.mark or look.color or look.fill is not None)


def _reads_like_label(text: str) -> bool:
    """A few words, one of them the stem of a field: "Service responsable"; no title ("Soutenir les acteurs")."""
    return len(text.split()) <= LABEL_WORDS and stem_field(text) is not None and not INFINITIVE.match(text)


@lru_cache(maxsize=4096)
def _may_be_unknown(text: str, *, short: bool = False) -> bool:
    """Not the head of an axis or a sheet, nor the name of an organisation that many sheets repeat.

    `short`: one short word in capitals, "AGIR", is no acronym.
    """
    bare = bare_label(text)
    if sum(letter.isalpha() for letter in bare) < 3 or (
        bare.isupper() and len(bare.split()) == 1 and len(bare) < 7 and not short
    ):
        return False
    if read_head(text).kind in {"axis", "sheet", "objective"}:
        return False
    named = organisation_head(fold(bare))
    if named is None or named.start > 0:
        return True
    proper = not bare.isupper() and any(word[:1].isupper() for word in bare.split()[1:])
    return stem_field(text) is not None and not proper  # "Réseau de santé Périphérie" is a name
