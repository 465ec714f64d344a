"""Which stretch of a long text is shown."""

from hypothesis import given
from hypothesis import strategies as st

from search_api.engines.highlight import _densest


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9), st.sampled_from([0.5, 1.0])), min_size=1),
    st.integers(1, 60),
)
def test_the_stretch_that_holds_most_is_found(steps: list[tuple[int, int, float]], width: int) -> None:
    spans, at = [], 0
    for gap, length, weight in steps:
        spans.append((at + gap, at + gap + length, weight))
        at += gap + length
    held = [sum(w for _, right, w in spans[n:] if right - spans[n][0] <= width) for n in range(len(spans))]
    assert _densest(spans, width) == spans[held.index(max(held))][0]
