"""Outlines to draw maps with: where they are, and how much they hold."""

from models.vocabularies.census import load_census
from models.vocabularies.shapes import commune_shape, department_shape


def test_a_commune_is_where_it_should_be() -> None:
    (ring,) = commune_shape("35236")  # Redon, at 2.08° W and 47.65° N
    longitudes, latitudes = [p[0] for p in ring], [p[1] for p in ring]
    assert min(longitudes) < -2.08 < max(longitudes)
    assert min(latitudes) < 47.65 < max(latitudes)


def test_departments_overseas_have_their_outlines_too() -> None:
    for code, (longitude, latitude) in {
        "971": (-61.6, 16.2),
        "972": (-61.0, 14.65),
        "973": (-53.1, 4.0),
        "974": (55.5, -21.1),
        "976": (45.15, -12.8),
    }.items():
        points = [point for ring in department_shape(code) for point in ring]
        assert min(p[0] for p in points) < longitude < max(p[0] for p in points)
        assert min(p[1] for p in points) < latitude < max(p[1] for p in points)


def test_all_but_a_few_communes_of_the_departments_are_drawn() -> None:
    census = load_census()
    missing = [c.code for c in census.communes.values() if c.region and not commune_shape(c.code)]
    assert len(missing) <= 4  # communes restored since the outlines were published


def test_what_has_no_outline_has_none() -> None:
    assert commune_shape("98818") == () == department_shape("988")
