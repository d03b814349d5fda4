"""The labelled updates: what is understood of them stays at least as good as it is."""

import pytest

from tests.understanding.scoring import FIELDS, read_corpus, score

FLOORS = {
    "value": (0.98, 0.95), "change": (0.95, 0.95), "percent": (0.95, 0.95), "status": (0.97, 0.97),
    "blockers": (0.93, 0.93), "outside_control": (0.95, 0.93), "due_change": (0.97, 0.97),
    "confidence": (0.97, 0.97), "needs": (0.93, 0.95), "unsure": (0.85, 0.90),
}  # fmt: skip
"""The precision and recall below which the developed part must not fall."""


@pytest.fixture(scope="module")
def developed():
    return score("developed")


@pytest.fixture(scope="module")
def scored():
    return score("scored")


@pytest.mark.parametrize("field", FIELDS)
def test_the_developed_part_stays_at_its_floor(developed, field):
    precision, recall = FLOORS[field]
    of_field = [each for each in developed.wrong if each.startswith(field)]
    assert developed.fields[field].precision >= precision, of_field
    assert developed.fields[field].recall >= recall, of_field


def test_values_are_found_in_unseen_updates_and_seldom_made_up(scored):
    assert scored.fields["value"].precision >= 0.97
    assert scored.fields["value"].recall >= 0.90


def test_statuses_are_found_in_unseen_updates(scored):
    assert scored.fields["status"].f1 >= 0.90


def test_the_parts_are_large_enough_and_share_only_the_examples_of_the_documentation():
    developed = {line["text"] for line in read_corpus("developed")}
    scored = {line["text"] for line in read_corpus("scored")}
    assert len(developed) >= 200
    assert len(scored) >= 200
    assert len(developed & scored) <= 8
