"""From a composed contract to a file: which renderer, and what is done to its pages afterwards."""

import unicodedata
from random import Random

from samples.varied import flow, web, word
from samples.varied.blocks import map_texts
from samples.varied.damage import scanned, two_up
from samples.varied.document import Made


def written(made: Made, renderer: str) -> tuple[str, bytes]:
    """File name and bytes."""
    if made.damage.word:
        return f"{made.name}.docx", word.render(made.blocks, made.look)
    if renderer == "chromium":
        pdf = web.render(made.blocks, made.look, made.title)
    else:
        blocks = [map_texts(b, _drawable) for b in made.blocks]
        pdf = flow.render(blocks, made.look, made.title)
    if made.damage.scan:
        pdf = scanned(pdf, made.damage, Random(made.name))
    elif made.damage.two_up:
        pdf = two_up(pdf)
    return f"{made.name}.pdf", pdf


def _drawable(text: str, style: str) -> str:
    """ReportLab leaves a hole for what the font has no glyph for: combining accents, the ligature of three."""
    return unicodedata.normalize("NFC", text).replace("ﬃ", "fﬁ")
