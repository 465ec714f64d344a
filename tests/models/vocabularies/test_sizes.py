import pytest

from models.vocabularies.sizes import BOUNDS, SIZE_LABELS, TerritorySize, territory_size


@pytest.mark.parametrize(
    ("inhabitants", "size"),
    [
        (9_999, TerritorySize.UNDER_10K),
        (10_000, TerritorySize.FROM_10K),
        (49_999, TerritorySize.FROM_20K),
        (99_999, TerritorySize.FROM_50K),
        (100_000, TerritorySize.FROM_100K),
        (2_100_000, TerritorySize.FROM_250K),
        (0, None),
        (None, None),
    ],
)
def test_a_territory_has_the_size_of_its_population(
    inhabitants: int | None, size: TerritorySize | None
) -> None:
    assert territory_size(inhabitants) is size


def test_labels_tell_the_bounds() -> None:
    for bound, size in zip(BOUNDS, list(TerritorySize)[1:], strict=True):
        assert f"{bound:,}".replace(",", "\u202f") in SIZE_LABELS[size]
