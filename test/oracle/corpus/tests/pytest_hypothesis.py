from hypothesis import given, strategies as st


@given(st.lists(st.integers()), number=st.integers(min_value=0))
def test_sorted_is_idempotent(values, number):
    ordered = sorted(values)
    assert sorted(ordered) == ordered
    assert all(left <= right for left, right in zip(ordered, ordered[1:]))
    assert number >= 0


@st.composite
def carts(draw, size=st.integers(0, 3)):
    return [draw(st.text()) for _ in range(draw(size))]
