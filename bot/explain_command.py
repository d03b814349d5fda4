"""`milepost explain`: one update from the command line, or a file of them; needs neither database nor settings."""

import json
import sys
from datetime import UTC, date, datetime
from typing import Annotated, Any

import typer

from bot.explaining import CannotExplain, explain, explain_lines

TEXT_AS_IS = {"ignore_unknown_options": True}
"""Lets an update begin with a minus: "-3 days"."""


def explain_update(
    text: Annotated[str | None, typer.Argument(help="The update, as someone would write it.")] = None,
    objective: Annotated[str, typer.Option(help="The objective's title.")] = "",
    unit: Annotated[str, typer.Option(help="The measure's unit: days, %, £, inspections.")] = "",
    baseline: Annotated[str, typer.Option(help="Where the measure started.")] = "",
    target: Annotated[str, typer.Option(help="Where it should get to; for a range, 18-22.")] = "",
    direction: Annotated[str, typer.Option(help="up, down, within, milestones or yes_no.")] = "",
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Read a JSON object a line, write one a line.")] = False,
    today: Annotated[str, typer.Option(help="The day dates are reckoned from.", hidden=True)] = "",
) -> None:
    """Print as JSON how an update in plain words is understood."""
    if jsonl:
        raise typer.Exit(0 if _explain_lines(_today(today)) else 1)
    if text is None:
        _give_up("Give the update in quotes, or --jsonl to read updates from the standard input.")
    asked = {
        "text": text, "objective": objective, "unit": unit, "baseline": baseline, "target": target,
        "direction": direction,
    }  # fmt: skip
    try:
        _write(explain(asked, _today(today)))
    except CannotExplain as error:
        _give_up(f"{str(error)[0].upper()}{str(error)[1:]}.")


def _today(given: str) -> date:
    try:
        return date.fromisoformat(given) if given else datetime.now(UTC).astimezone().date()
    except ValueError:
        _give_up("Write --today as YYYY-MM-DD.")


def _explain_lines(today: date) -> bool:
    """Answer the standard input line by line; whether every line was good."""
    all_good = True
    for answer, is_good in explain_lines(sys.stdin.buffer, today):
        _write(answer)
        all_good &= is_good
    return all_good


def _write(answer: dict[str, Any]) -> None:
    # Half of a surrogate pair has no UTF-8; written as a backslash escape it is still the same JSON.
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def _give_up(said: str) -> Any:
    typer.echo(said, err=True)
    raise SystemExit(1)
