"""`docs/privacy/data-map.md`, written from the map; run as `python -m storage.data_map.page` after changing it."""

from pathlib import Path

from core.model.retention import DEFAULT_MONTHS, Kept
from storage.data_map import DATA_MAP, Entry, on_erasure, whose

PAGE = Path(__file__).parents[2] / "docs/privacy/data-map.md"

_BEGINNING = """# Data map

Written from `storage/data_map/`, which erasure, retention and a person's own copy follow. Change that, then run
`python -m storage.data_map.page`; a test fails where a column is missing or this
page is out of date.

*Whose* is the path from a row to the person whose data it is. The periods are the defaults; *on erasure* is what
happens when that person is erased, or whom the column itself names. Who else is named in a text that is kept has
their name taken out of it when they are erased.
"""


def written() -> str:
    """The page."""
    return "\n".join([_BEGINNING, *(_section(DATA_MAP[name]) for name in sorted(DATA_MAP))])


def _section(entry: Entry) -> str:
    lines = [
        f"## {entry.table.name}",
        "",
        f"{entry.purpose}",
        "",
        f"- Lawful basis: {entry.basis}",
        f"- Kept: {_kept(entry.kept)}",
        f"- Whose: {' or '.join(f'`{each}`' for each in whose(entry)) or 'nobody’s'}",
        *dict.fromkeys(f"- `{rule.column}`: {rule.why}" for rule in entry.rules if rule.why),
        "",
        "| column | nature | on erasure |",
        "| --- | --- | --- |",
        *(
            f"| `{column.name}` | {entry.natures[column.name]} | {on_erasure(entry, column.name)} |"
            for column in entry.table.columns
        ),
        "",
    ]
    return "\n".join(lines)


def _kept(kind: Kept) -> str:
    return f"{kind}, {DEFAULT_MONTHS[kind]} months" if kind in DEFAULT_MONTHS else kind


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
