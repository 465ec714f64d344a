import itertools

from models.vocabularies.census import load_census
from models.vocabularies.shapes import Ring, commune_shape
from pipeline.regional.outlines import Polygon, area, centre, dissolved, inside, outline_of


def square(x: float, y: float, size: float = 1.0) -> Ring:
    """Anticlockwise."""
    return ((x, y), (x + size, y), (x + size, y + size), (x, y + size))


def whole(polygons: list[Polygon]) -> float:
    """The area without the holes."""
    return sum(area(ring[:-1]) for polygon in polygons for ring in polygon)


def test_a_border_between_two_falls_out_whichever_way_they_turn() -> None:
    for other in (square(1, 0), square(1, 0)[::-1]):
        (polygon,) = dissolved([[square(0, 0)], [other]])
        (ring,) = polygon
        assert ring[0] == ring[-1] and len(ring) == 7
        assert area(ring[:-1]) == 2
        assert ((1, 0), (1, 1)) not in itertools.pairwise(ring)


def test_a_ring_of_communes_has_a_hole_and_what_fills_it_closes_it() -> None:
    around = [[square(x, y)] for x in range(3) for y in range(3) if (x, y) != (1, 1)]
    ((outer, hole),) = dissolved(around)
    assert area(outer[:-1]) == 9 and area(hole[:-1]) == -1
    ((only,),) = dissolved([*around, [square(1, 1)]])
    assert area(only[:-1]) == 9


def test_those_that_touch_in_a_corner_stay_apart() -> None:
    found = dissolved([[square(0, 0)], [square(1, 1)], [square(5, 5, 2)]])
    assert [area(polygon[0][:-1]) for polygon in found] == [4, 1, 1]
    assert all(len(set(polygon[0])) == 4 for polygon in found)


def test_a_hole_that_touches_its_border_is_a_ring_of_its_own() -> None:
    hole = ((0.0, 0.0), (1.0, 0.5), (1.0, 1.0))
    ((outer, inner),) = dissolved([[square(0, 0, 4), hole]])
    assert area(outer[:-1]) == 16 and area(inner[:-1]) == -0.25


def test_a_commune_with_an_enclave_keeps_its_hole() -> None:
    ((outer, hole),) = dissolved([[square(0, 0, 4), square(1, 1)]])
    assert whole([[outer, hole]]) == 15
    assert inside((0.5, 0.5), outer[:-1]) and inside((1.5, 1.5), hole[:-1])


def test_crumbs_between_communes_are_not_drawn() -> None:
    ((ring,),) = dissolved([[square(0, 0, 4), square(1, 1, 0.001)]])
    assert area(ring[:-1]) == 16


def test_those_that_overlap_along_an_edge_are_drawn_too() -> None:
    """The source has a few such communes: both go along the edge in the same direction."""
    inner = ((0.0, 0.0), (1.0, 0.0), (0.0, 0.5))
    found = dissolved([[square(0, 0)], [inner]])
    assert max(area(polygon[0][:-1]) for polygon in found) == 1


def test_the_centre_is_that_of_the_largest() -> None:
    assert centre(dissolved([[square(0, 0, 4)], [square(9, 9)]])) == (2, 2)
    assert centre([]) is None


def test_the_communes_of_a_grouping_become_few_outlines() -> None:
    members = load_census().groupings["200071934"].members  # Pays de Fontenay-Vendée, 25 communes
    rings = [ring for code in members for ring in commune_shape(code)]
    joined = [ring for polygon in outline_of(members) for ring in polygon]
    assert len(joined) < len(rings) / 5
    assert sum(map(len, joined)) < sum(map(len, rings)) / 3
