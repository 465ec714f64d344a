"""What happens to good text: typography, hyphens, ligatures, decomposed accents, spaced capitals, scanning."""

import io
import re
import unicodedata
from dataclasses import dataclass
from random import Random

import pymupdf
from PIL import Image

from samples.varied.draw import maybe

TITLES = {"h1", "h2", "divider", "sheet", "tag", "bar", "rowtitle", "framed"}
SYLLABLE = re.compile(r"(?<=[aeiouyéèê])(?=[bcdfgjklmnpqrstv][aeiouyéèê])")


@dataclass(frozen=True)
class Damage:
    curly: bool
    spaces: bool  # no-break spaces before high punctuation
    ligatures: bool
    decomposed: bool
    hyphens: bool
    spaced: bool
    scan: int  # dots per inch, 0: none
    skew: float
    two_up: bool
    word: bool  # a DOCX instead of a PDF

    @property
    def names(self) -> list[str]:
        return [name for name, value in vars(self).items() if value and name != "skew"]

    def apply(self, text: str, style: str) -> str:
        if self.curly:
            text = text.replace("'", "’")
        if self.spaces:
            text = re.sub(r" (?=[:;?!%»€])|(?<=«) ", "\u00a0", text)
        if self.ligatures:
            text = text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")
        if self.hyphens and style in ("body", "cell"):
            text = re.sub(r"\w{9,}", lambda m: SYLLABLE.sub("\u00ad", m[0]), text)
        if self.spaced and style in TITLES:
            text = re.sub(r"\b(FICHE|ACTION|AXE|PROJET)\b", lambda m: " ".join(m[0]), text)
        return unicodedata.normalize("NFD", text) if self.decomposed else text


def draw_damage(rng: Random) -> Damage:
    odd = rng.random()  # at most one of the rare ones
    scan = rng.choice([150, 150, 200]) if maybe(rng, 0.08) else 0
    return Damage(
        curly=maybe(rng, 0.6),
        spaces=maybe(rng, 0.5),
        ligatures=odd < 0.05,
        decomposed=0.05 <= odd < 0.09,
        hyphens=0.09 <= odd < 0.18,
        spaced=0.18 <= odd < 0.26,
        scan=scan,
        skew=rng.uniform(-0.5, 0.5),
        two_up=not scan and maybe(rng, 0.06),
        word=not scan and maybe(rng, 0.1),
    )


def scanned(pdf: bytes, damage: Damage, rng: Random) -> bytes:
    """The pages as grey noisy pictures, a little askew, without text."""
    with pymupdf.open("pdf", pdf) as source, pymupdf.open() as target:
        for page in source:
            turn = damage.skew if page.number % 2 else -damage.skew * 0.7
            matrix = pymupdf.Matrix(damage.scan / 72, damage.scan / 72)
            pixmap = page.get_pixmap(matrix=matrix, colorspace=pymupdf.csGRAY, alpha=False)
            picture = Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)
            picture = picture.rotate(turn, Image.Resampling.BILINEAR, fillcolor=250)
            noise = Image.frombytes("L", picture.size, rng.randbytes(picture.width * picture.height))
            buffer = io.BytesIO()
            Image.blend(picture, noise, 0.07).save(buffer, "JPEG", quality=60)
            sheet = target.new_page(width=page.rect.width, height=page.rect.height)
            sheet.insert_image(sheet.rect, stream=buffer.getvalue(), keep_proportion=False)
        return _plain(target)


def two_up(pdf: bytes) -> bytes:
    """Two pages beside one another on a landscape sheet."""
    with pymupdf.open("pdf", pdf) as source, pymupdf.open() as target:
        half = 0
        for number, page in enumerate(source):
            if page.rect.width > page.rect.height or number == 0:
                target.insert_pdf(source, from_page=number, to_page=number)
                half = 0
                continue
            if half == 0:
                sheet = target.new_page(width=842, height=595)
            sheet.show_pdf_page(pymupdf.Rect(421 * half, 0, 421 * half + 421, 595), source, number)
            half = 1 - half
        return _plain(target)


def _plain(document: pymupdf.Document) -> bytes:
    document.set_metadata({"creationDate": "D:20260901000000Z"})
    return bytes(document.tobytes(no_new_id=True, garbage=3, deflate=True))
