"""All that is kept of one person, as JSON for other systems or as a page to read."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Any

from pydantic_core import to_jsonable_python

from core.model.person import Person
from storage.data_map import DATA_MAP

Copy = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows by table, values by column."""

_NOTE = (
    "Other people are left out by id, but what they wrote may name others: look through it before it is handed on"
    " (UK GDPR Article 15(4)). Feedback without a name that waits for more answers is not in it."
)

_STYLE = "body{font-family:sans-serif;margin:2rem} td,th{padding:.3rem;text-align:left;border:1px solid}"


def as_json(person: Person, rows: Copy, now: datetime) -> str:
    """The copy as one JSON object, a list a table, with why and how long each is kept."""
    tables = {
        name: {
            "purpose": DATA_MAP[name].purpose,
            "lawful_basis": str(DATA_MAP[name].basis),
            "kept": str(DATA_MAP[name].kept),
            "rows": to_jsonable_python(list(found)),
        }
        for name, found in rows.items()
    }
    told = {"person": person.email, "made_at": now.isoformat(), "note": _NOTE, "held": tables}
    return json.dumps(told, ensure_ascii=False, indent=2)


def as_html(person: Person, rows: Copy, now: datetime) -> str:
    """The copy as one page without scripts, a table each."""
    parts = [
        f"<h1>What Milepost holds about {escape(person.name)}</h1>",
        f"<p>{now:%d %B %Y, %H:%M} UTC. {escape(_NOTE)}</p>",
    ]
    for name, found in rows.items():
        entry = DATA_MAP[name]
        columns = list(found[0])
        head = "".join(f'<th scope="col">{escape(each.replace("_", " "))}</th>' for each in columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(_said(row[each]))}</td>" for each in columns) + "</tr>" for row in found
        )
        parts.append(
            f"<h2>{escape(name.replace('_', ' ').capitalize())}</h2><p>{escape(entry.purpose)}"
            f" {escape(entry.basis.capitalize())}.</p><table><thead><tr>{head}</tr></thead>"
            f"<tbody>{body}</tbody></table>"
        )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(person.name)}</title>'
        f"<style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>"
    )


def _said(value: Any) -> str:
    plain = to_jsonable_python(value)
    return "" if plain is None else plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)
