"""The map of departments as inline SVG: shapes for metropolitan France, squares for those overseas."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from search_api.pages.render import render

SHAPES = Path(__file__).parent / "shapes" / "departments.json"
OVERSEAS = (
    ("971", "Guadeloupe"),
    ("972", "Martinique"),
    ("973", "Guyane"),
    ("974", "La Réunion"),
    ("976", "Mayotte"),
)


@cache
def _shapes() -> dict[str, dict[str, str]]:
    shapes: dict[str, dict[str, str]] = json.loads(SHAPES.read_text(encoding="utf-8"))["departments"]
    return shapes


def department_map(counts: Mapping[str, int]) -> str:
    """Darker where there are more contracts; departments with some are links."""
    return render("map.svg", shapes=_shapes(), overseas=OVERSEAS, counts=counts, box="0 0 613 645")
