"""Published figures: whatever is taken from the whole, what is left is of five people or more, or of nobody."""

from hypothesis import given
from hypothesis import strategies as st

from core.model.published import may_be_told

PARTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12), max_size=6)
WEEKS = st.lists(st.tuples(st.integers(0, 9), PARTS), max_size=5).map(
    lambda weeks: [(sum(parts.values()) + others, parts) for others, parts in weeks]
)


@given(WEEKS)
def test_no_subtraction_leaves_fewer_than_five(weeks):
    told = may_be_told(weeks)
    for whole, parts in weeks:
        left = whole - sum(parts.get(name, 0) for name in told)
        assert left == 0 or left >= 5 or not told
        assert all(parts[name] >= 5 for name in told & set(parts))


def test_a_small_service_takes_the_smallest_other_with_it():
    assert may_be_told([(33, {"a": 20, "b": 10, "c": 3})]) == {"a"}


def test_where_nobody_is_left_out_all_are_told():
    assert may_be_told([(30, {"a": 20, "b": 10})]) == {"a", "b"}
