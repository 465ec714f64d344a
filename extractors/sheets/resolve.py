"""The field of labels that no list knows, told by their values over all sheets of the document.

In: the sheets of a document. Out: the same sheets, their unknown parts given the field that most values look like.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from extractors.outline.wording import INFINITIVE
from extractors.sheets.meaning import matched
from extractors.sheets.patterns import SECOND_MEANING, SIGNS
from extractors.sheets.sheet import FIELDS, Part, Sheet
from models.text import fold
from models.vocabularies.organisations import organisation_head

#: The share of a label's values that must look like a field.
SHARE = 0.7
#: A field told under another label in more than this share of the sheets is taken.
TAKEN = 0.3
#: The share that shows another meaning of a wording that the lists know.
ALL_BUT_ONE = 0.9
#: Letters of a value that is one organisation, not a list or a sentence.
ONE_NAME = 90


def resolve_labels(sheets: Sequence[Sheet]) -> None:
    """Gives each label one field for the whole document; sheets share one template."""
    by_wording: dict[str, list[tuple[Sheet, Part]]] = defaultdict(list)
    for sheet in sheets:
        for part in sheet.parts:
            by_wording[part.wording].append((sheet, part))
    _resolve_by_signs(by_wording)
    _resolve_infinitives(by_wording)
    _resolve_by_likeness(by_wording)


def read_intros(sheets: Sequence[Sheet]) -> None:
    """What most sheets say right under the title and no label heads is what is done."""
    told = [sheet for sheet in sheets if sheet.intro and not sheet.has("description")]
    if len(told) > max(2, SHARE * len(sheets)):
        for sheet in told:
            sheet.parts.insert(0, Part("", sheet.intro, "description"))


def _resolve_by_signs(by_wording: Mapping[str, list[tuple[Sheet, Part]]]) -> None:
    for wording, held in by_wording.items():
        name = held[0][1].field
        if (
            name == "description"
            and _are_dates([part for _, part in held])
            and not _is_taken("schedule", held)
        ):
            for _, part in held:  # "Réalisation : 2025-2026"
                part.field = "schedule"
            continue
        if name == "expected_results" and not _is_taken("objectives", held) and _are_done(held):
            for (
                _,
                part,
            ) in held:  # "Résultat recherché : Faciliter l'accès", where no other rubric says what for
                part.field = "objectives"
            continue
        second = name in FIELDS and _is_second(name, wording, held)
        if name != "unknown" and not second:
            continue
        free = [field for field in FIELDS if field != name and not _is_taken(field, held)]
        meant = SECOND_MEANING.get(wording) if second else None
        field = meant if meant in free else likely_field([part for _, part in held if part.lines], free)
        if field is not None:
            for _, part in held:
                part.field = field


def _resolve_infinitives(by_wording: Mapping[str, list[tuple[Sheet, Part]]]) -> None:
    """Objectives and description begin with infinitives alike: of two labels the one with less text is objectives."""
    told: list[tuple[float, list[tuple[Sheet, Part]]]] = []
    for held in by_wording.values():
        parts = [part for _, part in held if part.lines]
        if not parts or held[0][1].field != "unknown":
            continue
        if sum(bool(INFINITIVE.match(part.text)) for part in parts) >= SHARE * len(parts):
            told.append((sum(len(part.text) for part in parts) / len(parts), held))
    for name in ("description", "objectives"):  # the longest first: what is done takes more words
        for place, (_, held) in enumerate(sorted(told, key=lambda entry: -entry[0])):
            if not _is_taken(name, held) and held[0][1].field == "unknown":
                if (
                    name == "description"
                    and place == 0
                    and len(told) == 1
                    and not _is_taken("objectives", held)
                ):
                    continue  # alone, with neither told: what the sheet aims at is told first
                for _, part in held:
                    part.field = name
                break


def _resolve_by_likeness(by_wording: Mapping[str, list[tuple[Sheet, Part]]]) -> None:
    """What is left: unknown labels, and a second one of pilots ("Opérateur principal", "Opérateurs associés")."""
    left: dict[str, list[tuple[Sheet, Part]]] = {}
    for wording, held in by_wording.items():
        name = held[0][1].field
        if name == "unknown" or (name == "pilot" and _is_second(name, wording, held)):
            left[wording] = held
    free = {
        wording: [name for name in FIELDS if name != held[0][1].field and not _is_taken(name, held)]
        for wording, held in left.items()
    }
    told = matched({wording: [part for _, part in held] for wording, held in left.items()}, free)
    for wording, name in told.items():
        for _, part in left[wording]:
            part.field = name


def _is_second(name: str, wording: str, held: Sequence[tuple[Sheet, Part]]) -> bool:
    """Another label of the same field stands above it in most of the sheets."""
    before = 0
    for sheet, part in held:
        above = sheet.parts[: sheet.parts.index(part)]
        before += any(other.field == name and other.lines for other in above)
    return before > 0.5 * len(held)


def _are_done(held: Sequence[tuple[Sheet, Part]]) -> bool:
    parts = [part for _, part in held if part.lines]
    done = sum(INFINITIVE.match(part.text) is not None for part in parts)
    return len(parts) > 1 and done >= ALL_BUT_ONE * len(parts)


def _are_dates(parts: Sequence[Part]) -> bool:
    told = [part for part in parts if part.lines]
    dated = sum(len(part.text) < ONE_NAME and _shows("schedule", part) for part in told)
    return len(told) > 1 and dated >= ALL_BUT_ONE * len(told)


def _is_taken(name: str, held: Sequence[tuple[Sheet, Part]]) -> bool:
    return sum(sheet.has(name) for sheet, _ in held) > TAKEN * len(held)


def likely_field(parts: Sequence[Part], free: Sequence[str]) -> str | None:
    """The free field whose signs most values show; None where no field reaches the share."""
    if not parts:
        return None
    shares = {name: sum(_shows(name, part) for part in parts) / len(parts) for name in free}
    best = max(shares, key=lambda name: (shares[name], name), default=None)
    return best if best is not None and shares[best] >= SHARE else None


def _shows(name: str, part: Part) -> bool:
    if name in {"pilot", "partners"}:
        return _names_organisations(part, one=name == "pilot")
    sign = SIGNS.get(name)
    if sign is None:
        return False
    if name == "schedule" and SIGNS["budget"].search(part.text):
        return False
    if name in {"area", "target_population"}:
        return len(part.text) < 2 * ONE_NAME and sign.search(part.text) is not None
    return any(sign.search(line.text) for line in part.lines)


def _names_organisations(part: Part, *, one: bool) -> bool:
    heads = sum(_is_organisation(line.text) for line in part.lines)
    if one:
        return heads > 0 and len(part.text) < ONE_NAME and len(part.lines) <= 2
    return heads >= 2 or (heads == 1 and part.text.count(",") + part.text.count(";") >= 2)


def _is_organisation(text: str) -> bool:
    found = organisation_head(fold(text))
    return found is not None and found.start == 0
