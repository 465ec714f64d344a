"""The picture of a page: rendered in grey, straightened, with the way back from its pixels to PDF points."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from PIL import Image

from extractors.layout.ocr.bands import Band, with_light_bands
from extractors.layout.ocr.greys import DARK, FAINT, Grey, Mask
from models.evidence import BBox

#: Largest skew looked for, and the step, in degrees.
MAX_SKEW, STEP = 3.0, 0.25
#: A2 at 200 dpi. The largest arrays made of a page have four bytes a pixel.
MAX_PIXELS = 16_000_000
#: A line whose strokes are this many times as thick as the page's usual ones is bold.
BOLD_RATIO = 1.22
#: Letters higher than this, in points, have thicker strokes without being bold.
BODY = 15.0


@dataclass(frozen=True)
class PagePicture:
    """`grey` is straightened by `angle` degrees; `scale` is pixels per point."""

    grey: Grey
    scale: float
    angle: float
    bands: tuple[Band, ...] = ()

    @cached_property
    def dark(self) -> Mask:
        return self.grey < DARK

    @cached_property
    def ruled(self) -> Mask:
        """Ink and what a thin rule leaves when it lies between two rows of pixels."""
        return self.grey < FAINT

    @cached_property
    def _usual_stroke(self) -> float:
        """Mean horizontal run of ink over the page, in pixels."""
        return _run_length(self.dark)

    def is_bold(self, bbox: BBox, size: float) -> bool:
        x0, y0, x1, y1 = (max(0, int(v)) for v in bbox)
        run = _run_length(self.dark[y0:y1, x0:x1])
        return run > BOLD_RATIO * self._usual_stroke * max(1.0, size / self.scale / BODY)

    def to_page(self, bbox: BBox) -> BBox:
        """Pixels of the straightened picture to points of the page as it stands."""
        height, width = self.grey.shape
        turn = math.radians(self.angle)
        cos, sin, cx, cy = math.cos(turn), math.sin(turn), width / 2, height / 2
        xs, ys = [], []
        for x in (bbox[0], bbox[2]):
            for y in (bbox[1], bbox[3]):
                xs.append(((x - cx) * cos - (y - cy) * sin + cx) / self.scale)
                ys.append(((x - cx) * sin + (y - cy) * cos + cy) / self.scale)
        return (round(min(xs), 2), round(min(ys), 2), round(max(xs), 2), round(max(ys), 2))


def _run_length(dark: Mask) -> float:
    ink = int(dark.sum())
    starts = int((dark[:, 1:] & ~dark[:, :-1]).sum()) + int(dark[:, :1].sum())
    return ink / starts if starts else 0.0


def render(page: Any, dpi: int) -> PagePicture:
    """The page in grey at `dpi`, straightened when its text lines slope. Posters at less."""
    inches = page.rect.width * page.rect.height / 72**2
    dpi = min(dpi, int(math.sqrt(MAX_PIXELS / max(inches, 0.01))))
    pixmap = page.get_pixmap(dpi=dpi, colorspace="gray", alpha=False)
    grey = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.stride)[:, : pixmap.width]
    angle = _skew(grey)
    if abs(angle) >= STEP:
        turned = Image.fromarray(grey).rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
        grey = np.asarray(turned)
    else:
        angle = 0.0
    light, bands = with_light_bands(np.array(grey))
    return PagePicture(light, dpi / 72, angle, tuple(bands))


def _skew(grey: Grey) -> float:
    """The turn, in degrees, that makes rows of ink most distinct from the space between them."""
    small = Image.fromarray(grey).resize((grey.shape[1] // 4, grey.shape[0] // 4), Image.Resampling.BOX)

    def sharpness(angle: float) -> float:
        turned = np.asarray(small.rotate(angle, fillcolor=255) if angle else small)
        rows = (255 - turned.astype(np.int32)).sum(axis=1)
        return float((np.diff(rows) ** 2).sum())

    steps = int(MAX_SKEW / 0.5)
    coarse = max((step * 0.5 for step in range(-steps, steps + 1)), key=sharpness)
    return max((coarse + fine * 0.25 for fine in (-1, 0, 1)), key=sharpness)
