import pytest

from models.vocabularies.density import (
    BOUNDS,
    DENSITY_LABELS,
    Density,
    commune_area,
    density_class,
    density_of,
)


@pytest.mark.parametrize(
    ("code", "official"),
    [
        ("75056", 105.4),
        ("28134", 24.27),
        ("13004", 758.93),
        ("69123", 47.87),
        ("61169", 21.76),
        ("93071", 7.28),
    ],
)
def test_areas_are_near_the_official_ones(code: str, official: float) -> None:
    assert commune_area(code) == pytest.approx(official, rel=0.04)


def test_a_grouping_is_as_dense_as_all_its_communes_together() -> None:
    flers = density_of("200035814")  # 52,509 inhabitants on 569 km²
    assert flers == pytest.approx(92, rel=0.05)
    assert density_class(flers) is Density.FROM_30
    assert density_class(density_of("75056")) is Density.FROM_1500


def test_what_is_not_known_has_no_density() -> None:
    assert density_of("00000") is None
    assert density_of("28") is None  # a department
    assert density_class(None) is None


@pytest.mark.parametrize(
    ("value", "expected"), [(29.9, "lt_30"), (30, "30_100"), (1499, "300_1500"), (1500, "ge_1500")]
)
def test_a_bound_belongs_to_the_class_above_it(value: float, expected: str) -> None:
    assert density_class(value) == expected


def test_labels_tell_the_bounds() -> None:
    for bound, density in zip(BOUNDS, list(Density)[1:], strict=True):
        assert f"{bound:,}".replace(",", "\u202f") in DENSITY_LABELS[density]
