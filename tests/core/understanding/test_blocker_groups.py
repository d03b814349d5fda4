"""What is the same obstacle in other words is one, whatever the order; and who can remove it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding.blocker_groups import group_alike, most_telling
from core.understanding.removers import Remover, remover_of
from core.understanding.themes import theme_of

SAID = (
    "Waiting for boiler parts from the supplier, third week running.",
    "The supplier has not sent the boiler parts",
    "waiting on boiler parts",
    "Still no IT access",
    "No access to the CRM, waiting for IT",
    "Waiting for IT since Tuesday",
    "The contractor for kitchens missed four start dates.",
    "Portal was down for most of Tuesday",
    "portal down agian",
    "Short-staffed on Saturday",
    "yn aros",
    "",
)
SAME = ({0, 1, 2}, {3, 4, 5}, {6}, {7, 8}, {9}, {10}, {11})


@given(order=st.permutations(range(len(SAID))))
def test_the_same_obstacle_in_other_words_is_one_in_any_order(order: list[int]):
    groups = group_alike([SAID[each] for each in order])
    assert sorted(sorted(order[place] for place in group) for group in groups) == sorted(map(sorted, SAME))
    assert all(group == sorted(group) for group in groups)


@given(texts=st.lists(st.text(max_size=40), max_size=12))
def test_every_text_is_in_one_group(texts: list[str]):
    groups = group_alike(texts)
    assert sorted(place for group in groups for place in group) == list(range(len(texts)))
    for group in groups:
        told = [texts[place] for place in group]
        assert most_telling(told) in told


def test_the_text_that_says_best_what_all_say_stands_for_them():
    assert most_telling(SAID[:3]) == "The supplier has not sent the boiler parts"


@pytest.mark.parametrize(
    ("text", "outside", "who"),
    [
        ("Waiting for boiler parts from the supplier", None, Remover.OUTSIDE),
        ("No IT access yet", None, Remover.ANOTHER_TEAM),
        ("Legal sign-off has taken a month", True, Remover.ANOTHER_TEAM),
        ("One vacancy, and no cover", None, Remover.MANAGER),
        ("I am still learning the new rules", False, Remover.PERSON),
        ("The supplier was late, I should have chased", False, Remover.MANAGER),
        ("Nobody knows why", True, Remover.OUTSIDE),
        ("Nobody knows why", None, Remover.PERSON),
        ("Aros am gymeradwyaeth", None, Remover.MANAGER),
    ],
)
def test_who_can_remove_it_follows_from_the_words_and_from_what_was_said_of_control(text, outside, who):
    assert remover_of(text, theme_of(text), outside) is who
