"""Every column is in the data map, and the published page says what the map does."""

from sqlalchemy import Column, String, Table

from core.model.personal_data import Basis, Fate, Nature
from core.model.retention import DEFAULT_MONTHS, NEVER_BY_TIME, Kept
from storage import tables
from storage.data_map import DATA_MAP, missing, on_erasure, whose
from storage.data_map.page import PAGE, written
from storage.tables import metadata


def test_every_column_of_every_table_is_in_the_map():
    assert missing() == []
    assert set(DATA_MAP) == set(metadata.tables)


def test_a_new_column_is_missed_until_it_is_in_the_map():
    table = Table("shoe_sizes", metadata, Column("person_id", String), Column("size", String))
    try:
        assert missing() == ["shoe_sizes.person_id is not in it", "shoe_sizes.size is not in it"]
    finally:
        metadata.remove(table)
    assert missing() == []


def test_the_published_page_is_what_the_map_says():
    assert PAGE.read_text(encoding="utf-8") == written(), "run python -m storage.data_map.page"


def test_what_names_a_person_is_erased_or_says_why_it_stays():
    unsaid = [
        f"{name}.{rule.column}"
        for name, entry in DATA_MAP.items()
        for rule in entry.rules
        if rule.fate is Fate.UNNAMED and not rule.why
    ]
    assert unsaid == []


def test_no_opinion_about_a_person_outlives_their_erasure():
    theirs = [
        (entry.table.name, column)
        for entry in DATA_MAP.values()
        for column, nature in entry.natures.items()
        if nature in (Nature.OPINION_ABOUT, Nature.OPINION_BY, Nature.SPECIAL) and whose(entry)
    ]
    assert len(theirs) > 40
    assert {on_erasure(DATA_MAP[table], column) for table, column in theirs} <= {"erased", "emptied"}


def test_what_is_said_to_hold_no_personal_data_refers_to_nobody_but_by_a_bare_id():
    natures = {
        nature
        for entry in DATA_MAP.values()
        if entry.basis is Basis.NOT_PERSONAL
        for nature in entry.natures.values()
    }
    assert natures <= {Nature.ORGANISATION, Nature.TECHNICAL, Nature.FIGURE, Nature.REFERENCE}


def test_every_kind_that_ends_by_time_has_a_period_and_a_column_to_count_from():
    assert set(DEFAULT_MONTHS) == set(Kept) - NEVER_BY_TIME
    counted = {entry.kept for entry in DATA_MAP.values() if entry.ends is not None}
    assert counted == set(DEFAULT_MONTHS)
    assert DATA_MAP["people"].ends is tables.people.c.end_on
