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
        # ReportLab draws no combining accent that the font has no glyph for.
        blocks = [map_texts(b, lambda text, _: unicodedata.normalize("NFC", text)) for b in made.blocks]
        pdf = flow.render(blocks, made.look, made.title)
    if made.damage.scan:
        pdf = scanned(pdf, made.damage, Random(made.name))
    elif made.damage.two_up:
        pdf = two_up(pdf)
    return f"{made.name}.pdf", pdf
