"""Outlines drawn in a box."""

import re

import pytest

from models.vocabularies.shapes import department_shape
from search_api.pages.cartography import frame_of
from search_api.pages.map import areas

SQUARE = ((2.0, 46.0), (3.0, 46.0), (3.0, 47.0), (2.0, 47.0))


def numbers(path: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]


def test_a_drawing_fills_its_width_with_the_north_up() -> None:
    frame = frame_of([SQUARE], 100, margin=5)
    points = numbers(frame.path([SQUARE]))
    assert min(points[0::2]) == pytest.approx(5, abs=0.2)
    assert max(points[0::2]) == pytest.approx(95, abs=0.2)
    assert frame.point((2.5, 47.0))[1] < frame.point((2.5, 46.0))[1]


def test_a_degree_of_longitude_is_shorter_than_one_of_latitude() -> None:
    frame = frame_of([SQUARE], 100, margin=0)
    assert frame.height == pytest.approx(100 / 0.695, rel=0.01)  # the cosine of 46°, where it is widest


def test_an_inset_fits_its_box() -> None:
    for code in ("973", "974"):
        frame = frame_of(department_shape(code), 120, height=80, at=(200, 600))
        points = numbers(frame.path(department_shape(code)))
        assert min(points[0::2]) >= 200 and max(points[0::2]) <= 320
        assert min(points[1::2]) >= 600 and max(points[1::2]) <= 680


def test_nothing_to_draw_is_said() -> None:
    with pytest.raises(ValueError, match="nothing"):
        frame_of([], 100)


def test_the_map_of_the_country_has_every_department() -> None:
    found, height = areas()
    assert len(found) == 101 and all(area.path.startswith("M") for area in found)
    assert {area.code for area in found if area.label} == {"971", "972", "973", "974", "976"}
    assert max(numbers("".join(area.path for area in found))[1::2]) < height
