"""The law of an agenda: an item is discussed at one meeting or still open, never both and never neither."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.model.one_to_one import AgendaItem, Source, discussed

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)

MEETINGS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 7), st.sets(st.integers(-1, 9))), min_size=1, max_size=6
)
"""For each meeting: items added before it, items shown in its form, and numbers carried forward."""


def _item(number: int) -> AgendaItem:
    return AgendaItem(f"i{number}", "vale", "amira", "megan", "amira", Source.ADDED, "", NOW + timedelta(number))


@given(MEETINGS)
def test_no_item_is_ever_lost_or_discussed_twice(meetings):
    items: dict[str, AgendaItem] = {}
    for number, (added, shown, carried) in enumerate(meetings):
        items |= {each.id: each for each in (_item(len(items) + more) for more in range(added))}
        before = dict(items)
        still_open = [each for each in items.values() if each.one_to_one_id is None]
        after = discussed(still_open, shown, carried, f"m{number}")
        items |= {each.id: each for each in after}
        assert len({each.id for each in after}) == len(after)
        assert items.keys() == before.keys()
        for id_, item in items.items():
            # What was discussed once stays at its meeting; everything else is open, or at this one.
            if before[id_].one_to_one_id is not None:
                assert item == before[id_]
            else:
                assert item == replace(before[id_], one_to_one_id=item.one_to_one_id)
                assert item.one_to_one_id in (None, f"m{number}")
        for position, item in enumerate(still_open, start=1):
            is_discussed = position <= shown and position not in carried
            assert (items[item.id].one_to_one_id is not None) is is_discussed
