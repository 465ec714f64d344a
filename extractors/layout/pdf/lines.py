"""The printed lines of a PDF page, with their style, from PyMuPDF's text dictionary.

In: a PyMuPDF page. Out: `Line`s whose text is clean; words far apart on one baseline are different lines.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from extractors.layout.marks import BULLETS, split_mark
from extractors.layout.pdf.fonts import Fonts
from extractors.layout.text import clean
from models.evidence import BBox
from models.layout import Line

#: A gap of this many times the font size on one baseline separates two lines (columns, cells).
GAP_IN_SIZES = 1.6
_ITALIC_FLAG = 2
_BULLET_ONLY = re.compile(rf"[{re.escape(BULLETS)}\uf0b7\uf0a7\uf0d8\uf0fc–—-]|\d{{1,2}}[.)]")
_LETTERED = re.compile(r"(?:\S{1,2} ){4,}\S{1,2}")
_INHIBIT_SPACES = 8
_FLAGS = 1 | 2 | 64 | 128  # ligatures kept for our own repair, spaces kept, no images, clip to the page


def page_lines(page: Any, fonts: Fonts | None = None, turned: list[Line] | None = None) -> list[Line]:
    """All horizontal lines of the page in file order; upright text (stamps, margins) goes to `turned`, if given."""
    known = fonts or Fonts()
    lines: list[Line] = []
    for block in page.get_text("dict", flags=_FLAGS)["blocks"]:
        for line in block.get("lines", ()):
            if abs(line["dir"][1]) < 0.2:
                printed = (make_line(part, known) for part in _split(line["spans"]))
                lines += [_closed_up(page, made) for made in printed if made]
            elif turned is not None and abs(line["dir"][0]) < 0.2:
                turned += [made for made in [make_line(line["spans"], known)] if made]
    return _with_bullets(lines)


def _closed_up(page: Any, line: Line) -> Line:
    """ "C A L E N D R I E R": letters set apart by a designer, read again without the spaces that the gaps gave."""
    if not _LETTERED.fullmatch(line.text) or sum(map(str.isalpha, line.text)) < 0.4 * len(line.text):
        return line
    x0, y0, x1, y1 = line.bbox or (0.0, 0.0, 0.0, 0.0)
    around = (x0 - 1, y0 - 1, x1 + 1, y1 + 1)
    letters = line.text.replace(" ", "")
    for read in page.get_text("text", clip=around, flags=_FLAGS | _INHIBIT_SPACES).split("\n"):
        if (text := clean(read)).replace(" ", "") == letters:
            return line.model_copy(update={"text": text})
    return line


def _with_bullets(lines: list[Line]) -> list[Line]:
    """A bullet drawn as a text of its own goes in front of the text level with it."""
    result: list[Line] = []
    bullet: Line | None = None
    for printed in lines:
        line = printed
        if bullet is not None and _level(bullet, line):
            line = printed.model_copy(
                update={
                    "text": f"{bullet.text} {line.text}",
                    "bbox": union((bullet.bbox or (0, 0, 0, 0), line.bbox or (0, 0, 0, 0))),
                }
            )
            bullet = None
        elif bullet is not None:
            result.append(bullet)
            bullet = None
        if _BULLET_ONLY.fullmatch(line.text):
            bullet = line
        else:
            result.append(line)
    return result if bullet is None else [*result, bullet]


def with_dots(lines: Sequence[Line], dots: Sequence[BBox]) -> list[Line]:
    """A bullet drawn as a small shape just left of a line becomes a mark before its text."""
    if not dots:
        return list(lines)
    return [_dotted(line) if any(_precedes(dot, line) for dot in dots) else line for line in lines]


def _dotted(line: Line) -> Line:
    return line if split_mark(line.text)[0] else line.model_copy(update={"text": f"• {line.text}"})


def _precedes(dot: BBox, line: Line) -> bool:
    x0, y0, _, y1 = line.bbox or (0, 0, 0, 0)
    middle, height = (dot[1] + dot[3]) / 2, y1 - y0
    return y0 + 0.2 * height <= middle <= y1 - 0.2 * height and 0 <= x0 - dot[2] < 1.6 * height


def _level(bullet: Line, line: Line) -> bool:
    (_, top, right, bottom), (x0, y0, _, y1) = bullet.bbox or (0, 0, 0, 0), line.bbox or (0, 0, 0, 0)
    return top - 3 <= (y0 + y1) / 2 <= bottom + 3 and -1 <= x0 - right < 40


def _split(spans: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    part: list[dict[str, Any]] = []
    end = None
    for span in spans:
        if not span["text"].strip():
            continue
        if part and end is not None and span["bbox"][0] - end > GAP_IN_SIZES * span["size"]:
            yield part
            part = []
        part.append(span)
        end = span["bbox"][2]
    if part:
        yield part


def make_line(spans: list[dict[str, Any]], fonts: Fonts) -> Line | None:
    """One `Line` of its spans; None when nothing printable remains."""
    text = clean(_text(spans))
    if not text:
        return None
    weights = [len(span["text"].strip()) for span in spans]
    main = spans[weights.index(max(weights))]
    # Bullets and spaces may come from a font of their own.
    worded = [place for place, span in enumerate(spans) if any(map(str.isalnum, span["text"]))]
    bold = [fonts.sets_apart(spans[place]) for place in worded]
    lead = None
    if worded and bold[0] and not all(bold):
        lead = clean(_text(spans[: worded[bold.index(False)]])) or None
    return Line(
        text=text,
        bbox=union(span["bbox"] for span in spans),
        size=round(main["size"], 1),
        bold=bool(worded) and all(bold),
        italic=bool(main["flags"] & _ITALIC_FLAG),
        color=main["color"],
        lead=lead,
    )


def _text(spans: list[dict[str, Any]]) -> str:
    text = ""
    end = None
    for span in spans:
        if end is not None and span["bbox"][0] - end > 0.2 * span["size"] and not text.endswith(" "):
            text += " "
        text += span["text"]
        end = span["bbox"][2]
    return text


def union(boxes: Iterable[BBox]) -> BBox:
    """The smallest box around all; at least one is needed."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return (round(min(x0), 2), round(min(y0), 2), round(max(x1), 2), round(max(y1), 2))


def centre_in(inner: BBox, outer: BBox, slack: float = 0.5) -> bool:
    """Whether the centre of one box lies in another."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] - slack <= x <= outer[2] + slack and outer[1] - slack <= y <= outer[3] + slack
