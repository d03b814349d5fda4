"""Every column of every table: what it holds, whose it is, why, for how long, and what ends it.

Erasure, retention, a person's own copy and `docs/privacy/data-map.md` all follow it; a test fails where a column
is not in it.
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import Column, Table

from core.model.personal_data import PERSONAL, Basis, Fate, Nature
from storage.data_map import development, messages, organisation, privacy, talks, work
from storage.data_map.entry import Entry, Key, Rule
from storage.tables import metadata, people

_ALL = (
    *organisation.ENTRIES,
    *work.ENTRIES,
    *talks.ENTRIES,
    *development.ENTRIES,
    *messages.ENTRIES,
    *privacy.ENTRIES,
)

DATA_MAP: Mapping[str, Entry] = {entry.table.name: entry for entry in _ALL}
"""Every table's entry, by the table's name."""


def missing() -> list[str]:
    """What is wrong with the map: columns that are not in it, and names in it that are no columns."""
    wrong = []
    for table in metadata.tables.values():
        entry = DATA_MAP.get(table.name)
        natures = entry.natures if entry else {}
        wrong += [
            f"{table.name}.{column.name} is not in it" for column in table.columns if column.name not in natures
        ]
        wrong += [f"{table.name}.{name} is no column" for name in natures if name not in table.columns]
        wrong += [
            f"{each}: say what becomes of it when the person is erased" for each in _without_a_rule(table, entry)
        ]
    return wrong


def _without_a_rule(table: Table, entry: Entry | None) -> Iterator[str]:
    ruled = {rule.column for rule in entry.rules} if entry else set()
    for column in table.columns:
        if any(key.column.table is people for key in column.foreign_keys) and column.name not in ruled:
            yield f"{table.name}.{column.name}"


def parents(table: Table) -> Iterator[tuple[Column[object], Column[object]]]:
    """The references that each row of `table` must have, to rows that may go: its column, the other's.

    People's rows never go; what becomes of a row that names one is said by its rules.
    """
    for column in table.columns:
        for key in column.foreign_keys:
            if not column.nullable and key.column.table not in (table, people):
                yield column, key.column


def whose(entry: Entry) -> tuple[str, ...]:
    """The paths by which rows are a person's own, such as `person_id` or `checkin_id → checkins.person_id`.

    Empty where they are nobody's.
    """
    fates = (Fate.ERASED, Fate.EMPTIED)
    own = [rule.column for rule in entry.rules if rule.fate in fates and rule.where is None]
    if own:
        return tuple(dict.fromkeys(own))
    return tuple(
        f"{column.name} → {other.table.name}.{path}"
        for column, other in parents(entry.table)
        if other.table.name in DATA_MAP
        for path in whose(DATA_MAP[other.table.name])[:1]
    )


def on_erasure(entry: Entry, column: str) -> str:
    """What becomes of a column when the person is erased whom its row is of."""
    nature = entry.natures[column]
    for rule in entry.rules:
        if rule.column == column and rule.fate in (Fate.CLEARED, Fate.UNNAMED):
            return rule.fate.value
    for rule in entry.rules:
        if rule.fate is Fate.EMPTIED and column in rule.empties:
            return "emptied"
        if rule.fate is Fate.EMPTIED and column == "email" and entry.table is people:
            return "replaced"
    if any(rule.fate is Fate.ERASED for rule in entry.rules) or (not _emptied(entry) and whose(entry)):
        return "erased"
    if nature in PERSONAL | {Nature.ORGANISATION} and entry.basis is not Basis.NOT_PERSONAL:
        return "kept; the name is taken out of it"
    return "kept"


def _emptied(entry: Entry) -> bool:
    return any(rule.fate is Fate.EMPTIED for rule in entry.rules)


__all__ = ["DATA_MAP", "Entry", "Key", "Rule", "missing", "on_erasure", "parents", "whose"]
