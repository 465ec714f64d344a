"""The fields of an action in prose ("porté par le CCAS avec l'ARS") and under labels ("Qui pilote ? Le CCAS").

In: a sentence with its block, or blocks. Out: values by field, each with the words that tell it.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.mentions import sentences
from extractors.mentions.items import outside, split_items
from extractors.outline.wording import label_field
from extractors.sheets.patterns import SIGNS
from extractors.told import cues
from extractors.told.found import Value
from extractors.told.patterns import FIELD_LABEL, NOT_OF_CONTRACT
from models.layout import Block
from models.records import ACTION_LISTS, ACTION_TEXTS

Fields = dict[str, Value]
#: Several labels in one line: "Pilote : CCAS – Public : aînés."
_LABEL_CUT = re.compile(r"\s*(?:[;.|•]|\s[–—-])\s+(?=[A-ZÉÀ][^:.;?]{2,40}\s?[:?]\s)")
_LEADING = re.compile(r"^(?:(?:le|la|les|une?)\s+|l['’])(?=\S)", re.IGNORECASE)


def prose_fields(text: str, block: Block) -> Fields:
    """What one sentence says of an action."""
    if cues.ABOUT_CONTRACT.search(text) or NOT_OF_CONTRACT.search(text):
        return {}
    found: Fields = {}
    for read in (_pilot, _partners, _target, _area, _budget, _schedule, _objectives):
        for name, value in read(text, block):
            found.setdefault(name, value)
    return found


def body_fields(blocks: Sequence[Block]) -> Fields:
    """What the blocks of an action say: labels first, then sentences."""
    found: Fields = {}
    for read in (labelled_fields, _sentence_fields):
        for block in blocks:
            for name, value in read(block).items():
                found.setdefault(name, value)
    return found


def _sentence_fields(block: Block) -> Fields:
    found: Fields = {}
    if block.table is None:
        for _, text in sentences(block.text):
            found = {**prose_fields(text, block), **found}
    return found


def labelled_fields(block: Block) -> Fields:
    """ "Pilote : CCAS" in a line, rows of a table of two columns."""
    found: Fields = {}
    for label, value, part in _pairs(block):
        name = label_field(label)
        if name in ACTION_TEXTS:
            found.setdefault(name, Value(value.strip(" ;"), part, value))
        elif name in ACTION_LISTS:
            items = tuple(item.text for item in split_items(value))
            if items:
                found.setdefault(name, Value(items, part, value))
    return found


def _pairs(block: Block) -> Iterator[tuple[str, str, Block]]:
    if block.table is None:
        texts = [line.text for line in block.lines] if len(block.lines) > 1 else _LABEL_CUT.split(block.text)
        for text in texts:
            pair = FIELD_LABEL.match(text)
            if pair:
                yield pair["label"], pair["value"].strip(), block
        return
    rows: dict[int, list[tuple[int, str]]] = {}
    for cell in block.table.cells:
        rows.setdefault(cell.row, []).append((cell.col, " ".join(cell.text.split())))
    for row in rows.values():
        if len(row) == 2 and block.table.cols == 2 and row[1][1]:
            yield row[0][1], row[1][1], block.model_copy(update={"table": None, "text": row[1][1]})


# --- one reader a field -----------------------------------------------------------------------------------------------

Read = Iterator[tuple[str, Value]]


def _pilot(text: str, block: Block) -> Read:
    found = cues.PILOT_BY.search(text)
    words = (found["value"] or found["of"]) if found else None
    if found is None and (does := cues.PILOT_DOES.search(text)):
        words = does["value"]
    if not words:
        return
    name = organisation(words)
    if name:
        yield "pilot", Value(name, block, words.strip())
    follows = cues.THEN_WITH.match(text[found.end() :]) if found else None
    if follows:
        yield from _listed("partners", follows["value"], block)


def _partners(text: str, block: Block) -> Read:
    for expression in (cues.PARTNERS_ARE, cues.PARTNERS_BY):
        found = expression.search(text)
        if found:
            yield from _listed("partners", found["value"], block)


def _listed(name: str, words: str, block: Block) -> Read:
    words = _list_only(_until(words, cues.LIST_END))
    items = tuple(part for item in split_items(_plain_list(words)) if (part := organisation(item.text)))
    if items and all(len(item) <= 90 for item in items):
        yield name, Value(items, block, words)


def _list_only(words: str) -> str:
    """ "l'ARS, la CPAM et la Ligue, sillonne les villages": the "et" before the last item ends the list."""
    parts = outside(words, ",")
    for place, part in enumerate(parts[1:-1], 1):
        if cues.LAST_ITEM.search(part) and not cues.LAST_ITEM.search(parts[-1]):
            return ",".join(parts[: place + 1])
    return words


def _plain_list(words: str) -> str:
    """Items that begin with "de la", "du" are told apart once the first of them is bare."""
    return re.sub(
        r"(?:(?<=,\s)|(?<=\bet\s)|^)(?:du\s+|de\s+la\s+|des\s+|de\s+l['’]|d['’])", "", words.strip()
    )


def organisation(words: str) -> str:
    """Without the article: "le service jeunesse de la Ville" → "service jeunesse de la Ville"."""
    return cues.ORG_START.sub("", words.strip(" ,;"), count=1).strip(" ,;")


def _until(words: str, end: re.Pattern[str]) -> str:
    found = end.search(words)
    return (words[: found.start()] if found else words).strip(" ,;")


def _target(text: str, block: Block) -> Read:
    found = cues.TARGET.search(text)
    if found:
        words = _until(found["value"] or found["of"], cues.PEOPLE_END)
        yield "target_population", Value(words, block, words)
        return
    people = cues.TARGET_PEOPLE.search(text)
    if people and SIGNS["target_population"].match(people["value"]):
        words = _until(people["value"], cues.PEOPLE_END)
        yield "target_population", Value(words, block, words)


def _area(text: str, block: Block) -> Read:
    found = cues.AREA.search(text)
    if found:
        words = _until(found["value"] or found["inside"], cues.AREA_END)
        if cues.PLACES.search(words):
            yield "area", Value(_LEADING.sub("", words), block, words)


def _budget(text: str, block: Block) -> Read:
    found = cues.BUDGET.search(text) or cues.FUNDED_BY.search(text)
    if found:
        words = next(value for value in found.groups() if value).strip(" ,")
        yield "budget", Value(words, block, words)


def _schedule(text: str, block: Block) -> Read:
    found = cues.SCHEDULE.search(text)
    if found and (found.start() or not text[found.end() :].startswith(",")):
        yield "schedule", Value(found["value"], block, found["value"])


def _objectives(text: str, block: Block) -> Read:
    found = cues.OBJECTIVES.search(text)
    if found:
        words = found["value"].strip()
        yield "objectives", Value(words, block, words)
