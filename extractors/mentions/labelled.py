"""Values that a label announces: the rows of a two-column table, "Signature : mars 2023", a heading and its line.

In: blocks. Out: passages whose text is "label : value" and whose quote is the words that stand there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.guarded import guarded
from extractors.mentions import Passage
from models.layout import Block, BlockKind, Cell

LONGEST_LABEL, LONGEST_VALUE = 60, 600
#: Labels inside a line: "signé le 3 mars 2020, durée : 3 ans, signataires : A, B".
INLINE = guarded(
    r"(?:^|(?<=[\s•–—|;,.(]))(?P<label>(?:les\s+)?signataires|(?:co)?signé\s+par|(?:date\s+de\s+)?signature|durée(?:\s+\w+){0,2}|échéance|date\s+(?:de\s+fin|de\s+début|d.effet|à\s+retenir)|"
    r"entrée\s+en\s+vigueur|période(?:\s+\w+){0,2}|validité|à\s+la\s+table|fin\s+du\s+contrat|axes(?:\s+\w+)?|priorités|actions|thèmes)\s*:\s*",
    re.IGNORECASE,
)
_VALUE_END = re.compile(r"\s[–—•|]\s|\.\s|\n")
#: Headings that are the label of the short paragraph under them.
_HEADING = re.compile(
    r"(?:date\s+de\s+(?:la\s+)?)?signature(?:\s+du\s+\w+)*|durée(?:\s+du\s+\w+)*|période(?:\s+\w+){0,3}|échéance|validité|entrée\s+en\s+vigueur|"
    r"(?:et\s+)?(?:pour\s+combien\s+de\s+temps|depuis\s+quand.{0,40}|jusqu.[àa]\s+quand.{0,40}|quand.{0,30})|date|combien\s+de\s+temps.{0,30}|signé\s+le",
    re.IGNORECASE,
)
#: Headings above who signs, whose names take more room.
_WHO = re.compile(r"parties|(?:les\s+)?(?:co)?signataires|signé\s+par", re.IGNORECASE)

#: A column of lengths whose cells are bare numbers.
_UNIT = re.compile(r"dur[ée]e", re.IGNORECASE)


#: What a question or a turn of phrase in front of a value asks for: "On a signé quand ?", "Avec qui ?", "Il engage".
_MEANINGS = {
    "Signataires": re.compile(
        r"(?:avec|entre|par)\s+qui\b.*|(?:et\s+)?qui\s+(?:a|ont|l.a|l.ont|sont\s+les)?\s*sign.*|(?:il|elle)\s+(?:engage|lie|unit)|"
        r"les\s+parties|qui\s+s.engage.*",
        re.IGNORECASE,
    ),
    "Signature": re.compile(
        r"(?:on\s+(?:a|l.a)\s+)?signée?\s+quand|quand\s+.{0,20}\bsign.*|et\s+quand|(?:il|elle)\s+est\s+née?|née?\s+le|"
        r"date\s+de\s+naissance|signé\s+depuis",
        re.IGNORECASE,
    ),
    "Échéance": re.compile(
        r"jusqu.(?:à\s+)?quand.*|(?:il|elle)\s+(?:s.arrête|s.achève|finit|prend\s+fin|se\s+termine|expire)(?:ra)?|"
        r"fin\s+prévue",
        re.IGNORECASE,
    ),
    "Durée": re.compile(
        r"(?:pour\s+)?combien\s+de\s+temps.*|(?:il|elle)\s+(?:dure|durera|court)", re.IGNORECASE
    ),
}


def _meant(label: str) -> str:
    """The plain label that a question stands for; other labels as they are."""
    return next((name for name, pattern in _MEANINGS.items() if pattern.fullmatch(label)), label)


def labelled(blocks: Sequence[Block]) -> Iterator[Passage]:
    """In the order of the document."""
    heading = ""
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            heading = block.text.strip(" :?")
        elif block.table is not None:
            yield from _rows(block, block.table.cells)
            heading = ""
        else:
            told = _meant(heading)
            longest = LONGEST_VALUE if _WHO.fullmatch(told) else LONGEST_LABEL
            if heading and (_HEADING.fullmatch(told) or _WHO.fullmatch(told)) and len(block.text) <= longest:
                yield Passage(f"{told} : {block.text}", block, quote=block.text)
            yield from inline(block)
            yield from _first_line(block)
            heading = ""


def inline(block: Block) -> Iterator[Passage]:
    """Each label of a line with its value, up to the next label or a separator."""
    marks = list(INLINE.finditer(block.text)) if ":" in block.text else []
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(block.text)
        value = block.text[mark.end() : end]
        stop = _VALUE_END.search(value)
        value = (value[: stop.start()] if stop else value).strip(" ;,.–—•|")
        if value:
            yield Passage(
                f"{mark['label']} : {value}", block, quote=block.text[mark.start() : mark.end()] + value
            )


def _rows(block: Block, cells: Iterable[Cell]) -> Iterator[Passage]:
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    for row in rows.values():
        if len(row) != 2 or not 0 < len(row[0].text) <= LONGEST_LABEL:
            continue
        label, value = row[0].text.strip(" :?\n"), row[1].text.replace("\n", " ").strip()
        if value and len(value) <= LONGEST_VALUE:
            part = block.model_copy(
                update={"text": value, "bbox": row[1].bbox, "lines": row[1].lines, "table": None}
            )
            unit = _UNIT.search(label) if value.isdigit() else None
            shown = f"{value} {'mois' if 'mois' in label.lower() else 'ans'}" if unit else value
            yield Passage(f"{_meant(label)} : {shown}", part, quote=value)


def _first_line(block: Block) -> Iterator[Passage]:
    """A first line that is a label and nothing else: "Date" over "30 septembre 2024"."""
    label = block.lines[0].text.strip().strip(" :?") if len(block.lines) > 1 else ""
    if not label or not _HEADING.fullmatch(label):
        return
    value = " ".join(line.text.strip() for line in block.lines[1:])
    if 0 < len(value) <= LONGEST_VALUE:
        yield Passage(f"{label} : {value}", block, quote=value)
