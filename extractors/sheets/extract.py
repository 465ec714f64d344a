"""Action sheets out of the stream of heads, labels and lines.

In: blocks. Out: `Sheet`s. A sheet is a title followed by labels of known fields; the template is the same over
the document, so a title without the usual words is a title because the usual labels follow it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from extractors.outline.row_titles import NUMBER_ALONE
from extractors.outline.stream import Stream, tokens
from extractors.outline.titles import Head, read_head
from extractors.outline.tokens import Token
from extractors.sheets.numbering import number_titles
from extractors.sheets.recast import recast_axis_labels
from extractors.sheets.resolve import read_intros, resolve_labels
from extractors.sheets.sheet import FIELDS, Sheet
from extractors.sheets.values import ticked
from models.layout import Block
from models.records import Axis
from models.text import fold

MIN_FIELDS = 3
TITLE_LINE = 160
#: Letters of a text under a title that says what is done.
INTRO = 40
#: So many tokens ahead are looked at to see whether labels follow a title.
AHEAD = 14


@dataclass
class _Reader:
    stream: list[Token]
    axes: frozenset[str] = frozenset()  # folded titles of the contract's axes
    axis_numbers: frozenset[str] = frozenset()
    sheets: list[Sheet] = field(default_factory=list)
    current: Sheet | None = None
    pending: list[Token] = field(default_factory=list)  # heads seen since the last value, maybe a title
    into: list[Token] | None = None
    axis: Head | None = None
    number: str | None = None  # printed above the title that it belongs to
    over: Token | None = None  # the head just read
    objective: list[Token] = field(default_factory=list)  # of the axis, printed above the title
    intro: list[Token] = field(default_factory=list)  # lines since the last head

    def read(self) -> list[Sheet]:
        for index, token in enumerate(self.stream):
            for part in _parts(token):
                getattr(self, f"_{token.kind}")(index, part)
            if not token.item:  # the objectives of the axis may stand between
                self.over = token if token.kind == "head" else None
        self._close()
        return self.sheets

    def _close(self) -> None:
        if self.current is not None and self.current.title and self.current.begun:
            self.sheets.append(self.current)
        self.current, self.into = None, None

    def _open(self, title: str, number: str | None, heads: list[Token]) -> None:
        self._close()
        axis = self.axis
        over = [token for token in (*self.pending, self.over) if token is not None and token not in heads]
        self.current = Sheet(
            title=title,
            number=number,
            axis=axis.title if axis else None,
            axis_number=axis.number if axis else None,
            heads=heads,
            above=over[-1] if over else None,
            objective=self.objective,
            intro=self.intro,
        )
        self.pending, self.objective, self.intro = [], [], []

    def _head(self, index: int, token: Token) -> None:
        head = self._axis_named(token.text) or read_head(token.text)
        current = self.current
        if head.kind == "axis" and (inside := read_head(head.title)).kind == "sheet":
            head, self.number = head._replace(title=""), inside.number  # "Cap 2 | Fiche action 2c"
        if head.kind == "axis" and (head.number or head.title):
            if current is not None and not current.begun and current.heads:
                self._hint(head)
                return
            if self._goes_on(index):
                return
            self._close()
            self.axis, self.pending = head, self.pending[-1:] if self._is_below_title(index) else []
            return
        if head.kind == "sheet" and (head.number or self._labels_follow(index)):
            if current is not None and (head.continued or self._is_same(head)):
                return
            self._open(head.title, head.number, [token])
            return
        if head.kind == "objective" and current is not None and not current.begun:
            return
        if (
            NUMBER_ALONE.fullmatch(token.text.strip())
            and self._labels_follow(index)
            and self._head_next(index)
        ):
            self.number, self.into = token.text.strip(), None
            return
        if current is not None and not current.title:
            current.title, current.heads = head.title if head.number else token.text, [*current.heads, token]
            current.number = current.number or head.number
            return
        if current is not None and head.continued:
            return
        if current is not None and current.begun and not self._labels_follow(index):
            self.into = current.take("skip", token.text)
            return
        if current is not None and not current.begun and self._labels_follow(index) and not self.pending:
            current.title = f"{current.title} {token.text}" if token.text[:1].islower() else current.title
        self.into, self.intro = None, []
        self.pending.append(token)

    def _label(self, index: int, token: Token) -> None:
        if token.field in {"title", "number", "axis", "axis_objective"}:
            self._about(token)
            return
        current = self.current
        again = current is not None and current.has(token.field) and bool(self.pending)
        if self.pending and (current is None or again or current.begun):
            self._open_pending()
            current = self.current
        if current is None:
            self.into = None
            return
        self.into = current.take(token.field, token.text)

    def _open_pending(self) -> None:
        """The sheet of the last head that waits for its labels."""
        title = self.pending[-1]
        head = read_head(title.text)
        self._open(head.title if head.number else title.text, head.number or self.number, [title])
        self.number = None

    def _about(self, token: Token) -> None:
        """A label that says where the sheet belongs: its value comes in the next line."""
        if token.field != "title" and self.pending and self.current is not None and self.current.begun:
            self._open_pending()
        current = self.current
        if token.field == "title" and (current is None or current.begun):
            self._open("", self.number, [token])
            self.number = None
        self.into = _Slot(self, token.field)

    def _line(self, index: int, token: Token) -> None:
        if self._announces(token):
            return
        if not any(map(str.isalnum, token.text)):
            return  # the colon of a label, set apart
        if self._names_axis(token):
            if not self._is_own_axis(token):
                self._head(index, token)
            return
        if self._begins_sheet(index, token):
            self._head(index, token)
            return
        if self._numbers_title(index, token):
            self.number, self.into = token.text.strip(), None
            return
        if self.into is not None:
            self.into.append(token)
            return
        head = read_head(token.text)
        if token.starts and len(token.text) >= INTRO:
            (self.intro if self.pending or self.current is None else self.current.intro).append(token)
        if head.kind == "sheet" and head.number and self._labels_follow(index):
            self._head(index, token)
        elif head.kind == "axis" and head.number and self.current is not None and not self.current.begun:
            self._hint(head)
        elif head.kind == "axis" and head.number and self._labels_follow(index):
            self.axis = head
        elif self.current is not None and not self.current.title:
            self.current.title, self.current.heads = token.text, [*self.current.heads, token]
        elif self.current is not None and not self.current.begun and not token.starts:
            self.current.title = f"{self.current.title} {token.text}"  # a title printed over two lines

    def _names_axis(self, token: Token) -> bool:
        """ "Volet 4 : Habitat" printed as a plain line between two sheets, an axis that the contract has."""
        if not self.axes or token.item or isinstance(self.into, _Slot) or len(token.text) > TITLE_LINE:
            return False
        if self._axis_named(token.text):
            return True
        head = read_head(token.text)
        if head.kind != "axis":
            return False
        if not head.title:
            return token.starts and (head.number or "").upper() in self.axis_numbers  # "Axe B" as a tag
        # "Cap 2 | Fiche action n° 2c" names the sheet below, too.
        return fold(head.title.rstrip(" .;:")) in self.axes or read_head(head.title).kind == "sheet"

    def _is_own_axis(self, token: Token) -> bool:
        """The axis of the sheet being read, printed again in its middle: a tag, or the head of its next page."""
        current = self.current
        if current is None or not current.begun:
            return False
        head = self._axis_named(token.text) or read_head(token.text)
        if read_head(head.title).kind == "sheet":
            return False
        same = head.number is not None and head.number == current.axis_number
        return same or (bool(head.title) and fold(head.title) == fold(current.axis or ""))

    def _axis_named(self, text: str) -> Head | None:
        """The title of an axis alone, or before a bar: "Agir tôt", "Agir tôt | Fiche action"."""
        title = text.partition("|")[0].strip(" .;:")
        return Head("axis", None, title) if fold(title) in self.axes else None

    def _announces(self, token: Token) -> bool:
        """ "Action n°17 – Volet 4 : Habitat" in a band above the title: a number and an axis for the next sheet."""
        head = read_head(token.text)
        if token.item or head.kind != "sheet" or not head.number:
            return False
        axis = read_head(head.title)
        if axis.kind != "axis" or not axis.number:
            return False
        self.number, self.axis, self.into, self.pending = head.number, axis, None, []
        return True

    def _begins_sheet(self, index: int, token: Token) -> bool:
        """ "Fiche action 1.2" printed as a plain line, with the title and the first label right under it."""
        if not token.starts or token.item or len(token.text) > TITLE_LINE:
            return False
        head = read_head(token.text)
        near = self.stream[index + 1 : index + 4]
        return (
            head.kind == "sheet"
            and head.number is not None
            and any(after.kind == "label" for after in near)
            and self._labels_follow(index)
        )

    def _numbers_title(self, index: int, token: Token) -> bool:
        """ "2.1" alone on a line, with a head right under it."""
        alone = token.starts and not token.item and NUMBER_ALONE.fullmatch(token.text.strip())
        return bool(alone) and self._head_next(index) and self._labels_follow(index + 1)

    def _head_next(self, index: int) -> bool:
        after = self.stream[index + 1] if index + 1 < len(self.stream) else None
        return after is not None and after.kind == "head" and not NUMBER_ALONE.fullmatch(after.text.strip())

    def _is_below_title(self, index: int) -> bool:
        """An axis between a title and the first label: the title still waits for its labels."""
        around = self.stream[index - 1 : index + 2] if index else []
        return (
            len(around) == 3 and around[0].kind == "head" and around[2].kind == "label" and bool(self.pending)
        )

    def _goes_on(self, index: int) -> bool:
        """The sheet being read goes on below: "Fiche action 1.1 (suite)", under its axis printed again."""
        for token in self.stream[index + 1 : index + 3]:
            head = read_head(token.text) if token.kind in {"head", "line"} else None
            if head is not None and head.kind == "sheet" and head.continued and self._is_same(head):
                return True
        return False

    def _hint(self, head: Head) -> None:
        assert self.current is not None
        self.current.axis, self.current.axis_number = head.title, head.number

    def _is_same(self, head: Head) -> bool:
        current = self.current
        return (
            current is not None
            and head.number == current.number
            and (not head.title or fold(head.title) == fold(current.title))
        )

    def _labels_follow(self, index: int) -> bool:
        """Two labels of known fields come before another numbered head."""
        count = 0
        for token in self.stream[index + 1 : index + 1 + AHEAD]:
            count += token.kind == "label" and token.field in FIELDS
            if count >= 2:
                return True
            if token.kind == "head" and count == 0 and read_head(token.text).kind == "sheet":
                return False
        return False


def _parts(token: Token) -> list[Token]:
    """ "Action n°20 / Volet 5 : Animation / Mettre en place …" in one title bar: number, axis, then the title."""
    lines = token.text.split("\n")
    if token.kind != "head" or len(lines) < 3 or read_head(lines[0]).kind != "sheet":
        return [token]
    if read_head(lines[0]).title or read_head(lines[1]).kind != "axis":
        return [token]
    texts = (lines[0], lines[1], " ".join(lines[2:]))
    return [token._replace(text=text) for text in texts]


class _Slot(list[Token]):
    """Takes the lines of "Axe :", "N° :", "Intitulé :" and puts them where they belong."""

    def __init__(self, reader: _Reader, name: str) -> None:
        super().__init__()
        self.reader, self.name = reader, name

    def append(self, token: Token) -> None:
        super().append(token)
        text = ticked(" ".join(t.text for t in self))
        sheet = self.reader.current
        if self.name == "axis":
            head = read_head(text)
            if sheet is not None:
                sheet.axis, sheet.axis_number = head.title, head.number
            else:
                self.reader.axis = Head("axis", head.number, head.title)
        elif self.name == "axis_objective" and sheet is not None:
            sheet.objective = list(self)
        elif self.name == "axis_objective":
            self.reader.objective = list(self)
        elif self.name == "number" and sheet is not None and (not sheet.begun or sheet.number is None):
            sheet.number = text
        elif self.name == "number":
            self.reader.number = text
        elif self.name == "title" and sheet is not None:
            head = read_head(text)
            sheet.title, sheet.number = (head.title, head.number) if head.number else (text, sheet.number)
            sheet.heads = [*sheet.heads[:1], token]


def extract_sheets(
    blocks: Sequence[Block], stream: Stream | None = None, axes: Sequence[Axis] = ()
) -> list[Sheet]:
    """The sheets in order, those of one number and title joined, without what is too thin to be one.

    `axes`: the contract's axes, where they are known.
    """
    titles = frozenset(fold(axis.title) for axis in axes)
    numbers = frozenset(axis.number for axis in axes if axis.number)
    told = recast_axis_labels(tokens(blocks, stream), titles)
    found = _Reader(told, titles, numbers).read()
    joined: list[Sheet] = []
    for sheet in found:
        last = joined[-1] if joined else None
        if last is not None and sheet.number == last.number and fold(sheet.title) == fold(last.title):
            for part in sheet.parts:
                last.take(part.field, part.label).extend(part.lines)
            continue
        joined.append(sheet)
    resolve_labels(joined)
    number_titles(joined)
    worded = {id(s) for s in joined if s.heads and read_head(s.heads[0].text).kind == "sheet"}
    mostly_worded = len(worded) >= 0.5 * len(joined)
    usual = median(s.labels for s in joined) if joined else 0

    def is_sheet(sheet: Sheet) -> bool:
        """A chapter or an article with a stray label or two is no sheet."""
        sure = id(sheet) in worded if mostly_worded else sheet.number is not None
        placed = re.search(r"[.-]", sheet.number or "") is not None  # "1.2", "1-A": the second of its axis
        least = 2 if (mostly_worded and sure) or placed else MIN_FIELDS
        return sheet.labels >= least and (sure or 2 * sheet.labels >= usual)

    kept = [s for s in joined if is_sheet(s) and re.search(r"[^\W\d_]{3}", s.title)]
    read_intros(kept)
    return kept
