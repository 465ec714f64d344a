"""Tesseract as a program: a grey picture in, words with boxes and line sizes out (hOCR)."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache

from lxml import etree

from extractors.layout.ocr.picture import PagePicture
from models.evidence import BBox

LANGUAGE = "fra"
MIN_CONFIDENCE = 20
#: Words with an apostrophe get low marks ("d'intervention": 18); what looks like a word is kept below.
_WORDLIKE = re.compile(r"(?:[^\W\d_]['’])?[^\W\d_]{4,}[.,;:)]?")
_BBOX = re.compile(r"bbox (\d+) (\d+) (\d+) (\d+)")
_SIZE = re.compile(r"x_size ([\d.]+)")
_SURE = re.compile(r"x_wconf (\d+)")
_BASELINE = re.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")


class OcrError(Exception):
    """Tesseract is missing, failed, or took longer than allowed. The message is French."""


@dataclass(frozen=True)
class Word:
    text: str
    bbox: BBox  # pixels
    line: tuple[int, ...]
    size: float  # height of the line's letters, pixels
    baseline: float
    sure: int  # per cent


@cache
def _program() -> str:
    found = shutil.which("tesseract")
    if found is None:
        raise OcrError("Tesseract n'est pas installé : sudo apt-get install tesseract-ocr tesseract-ocr-fra")
    return found


def recognise(picture: PagePicture, dpi: int, seconds: float) -> list[Word]:
    """The words in Tesseract's order. Raises OcrError."""
    height, width = picture.grey.shape
    pgm = b"P5 %d %d 255\n" % (width, height) + picture.grey.tobytes()
    command = [_program(), "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(dpi), "--psm", "3", "hocr"]
    # Idle OpenMP threads cost more than they give: 12 s -> 1.4 s a page with one thread.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command, input=pgm, capture_output=True, timeout=seconds, env=environment, check=True
        )
    except subprocess.TimeoutExpired as error:
        raise OcrError(f"la reconnaissance de caractères a dépassé {seconds:.0f} s") from error
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode(errors="replace").strip().splitlines()
        raise OcrError(f"Tesseract a échoué : {lines[-1] if lines else 'sans message'}") from error
    return _words(done.stdout)


def _words(hocr: bytes) -> list[Word]:
    tree = etree.fromstring(hocr, etree.XMLParser(recover=True, huge_tree=False))
    words = []
    for number, line in enumerate(tree.iterfind(".//{*}span[@id]")):
        kind = line.get("class") or ""
        if kind not in {"ocr_line", "ocr_header", "ocr_textfloat", "ocr_caption"}:
            continue
        about = line.get("title") or ""
        found = _SIZE.search(about)
        size = float(found[1]) if found else 0.0
        for span in line.iterfind(".//{*}span[@class='ocrx_word']"):
            title = span.get("title") or ""
            text = "".join(span.itertext()).strip()
            box, mark = _BBOX.search(title), _SURE.search(title)
            sure = int(mark[1]) if mark else 100
            if not text or box is None or (sure < MIN_CONFIDENCE and not _WORDLIKE.fullmatch(text)):
                continue
            x0, y0, x1, y1 = map(float, box.groups())
            words.append(Word(text, (x0, y0, x1, y1), (number,), size, _baseline(about, x0), sure))
    return words


def _baseline(about: str, x: float) -> float:
    """The height of a line's baseline at x: hOCR gives slope and distance from the lower left corner."""
    box, found = _BBOX.search(about), _BASELINE.search(about)
    if box is None:
        return 0.0
    slope, distance = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
    return float(box[4]) + distance + slope * (x - float(box[1]))
