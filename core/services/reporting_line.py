"""Check that a people file's managers exist and that nobody reports, at whatever remove, to themselves."""

from collections.abc import Collection, Mapping, Sequence

from core.model.circles import circles
from core.services.import_cells import Suggestions
from core.services.import_people_rows import MANAGER, PersonRow
from core.services.import_report import Problem, Trouble

SHOWN_OF_CIRCLE = 8
"""How many people of a circle are named before it is cut short."""


def check_reporting_line(rows: Sequence[PersonRow], known: Mapping[str, str | None]) -> list[Problem]:
    """Unknown managers, people who manage themselves, and each circle once, at its first line with a manager.

    `known` is everyone's manager's email before the import, by email. A manager may be in the file or known.
    """
    named = {row.email: row for row in rows if row.given.get(MANAGER) is not None}
    manager_of = dict(known) | {row.email: row.given[MANAGER] for row in rows if MANAGER in row.given}
    everyone = known.keys() | {row.email for row in rows}
    problems = _unknown_managers(named.values(), everyone)
    for circle in circles(manager_of):
        lines = [named[email] for email in circle if email in named]
        if lines:
            problems.append(_circle(min(lines, key=lambda row: row.line), circle))
    return problems


def _unknown_managers(rows: Collection[PersonRow], everyone: Collection[str]) -> list[Problem]:
    suggestions = Suggestions(sorted(everyone))
    return [
        Problem(
            row.line,
            MANAGER,
            Trouble.UNKNOWN_MANAGER,
            {"written": row.given[MANAGER], "nearest": suggestions.nearest(row.given[MANAGER])},
        )
        for row in rows
        if row.given[MANAGER] not in everyone
    ]


def _circle(row: PersonRow, circle: Sequence[str]) -> Problem:
    if len(circle) == 1:
        return Problem(row.line, MANAGER, Trouble.OWN_MANAGER, {"email": row.email})
    begin = circle.index(row.email)
    around = [*circle[begin:], *circle[:begin]]
    shown = around if len(around) <= SHOWN_OF_CIRCLE else [*around[: SHOWN_OF_CIRCLE - 1], "…"]
    return Problem(row.line, MANAGER, Trouble.CIRCLE, {"path": " → ".join([*shown, row.email])})
