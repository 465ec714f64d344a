"""Which spans are set apart by their font: bold by name or flag, or by another font than the body's.

In: a PyMuPDF document. Out: `Fonts`, asked for each span. Browsers write variable fonts as Type 3 fonts without a
name: only that another one is used tells what is set in bold or in italics.
"""

from collections import Counter
from typing import Any

#: Pages looked at for the body's font: every n-th page of a long document.
SAMPLED = 24
_BOLD_FLAG = 16
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
NAMELESS = "Type3"


class Fonts:
    """`body` is the nameless font that most letters are set in, None where fonts have names."""

    def __init__(self, document: Any = None) -> None:
        self.body = None if document is None else _body(document)

    def sets_apart(self, span: Any) -> bool:
        name = span["font"]
        if self.body is not None and name.startswith(NAMELESS):
            return bool(name != self.body)
        return bool(span["flags"] & _BOLD_FLAG) or any(word in name.lower() for word in _BOLD_NAMES)


def _body(document: Any) -> str | None:
    letters: Counter[str] = Counter()
    count = document.page_count
    for index in range(0, count, max(1, count // SAMPLED)):
        if not any(font[2] == NAMELESS for font in document.get_page_fonts(index)):
            continue
        for block in document[index].get_text("dict", flags=0)["blocks"]:
            for line in block.get("lines", ()):
                for span in line["spans"]:
                    if span["font"].startswith(NAMELESS):
                        letters[span["font"]] += sum(map(str.isalpha, span["text"]))
    return letters.most_common(1)[0][0] if letters else None
