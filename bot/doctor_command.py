"""`milepost doctor`: what was looked at, for an operator to read or for a monitor to parse."""

import asyncio
import json
from collections import Counter
from dataclasses import asdict
from typing import Annotated

import typer

from bot.doctor import Verdict, examine

_SHOWN = {Verdict.OK: "ok    ", Verdict.ADVICE: "advice", Verdict.FIX: "FIX   "}


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, for whatever watches.")] = False,
) -> None:
    """Check settings, database, credentials, clock, backups and manifests, and name the fix for each.

    Ends with status 1 when anything is to be fixed, with 0 otherwise. Advice is no fault.
    """
    checks = asyncio.run(examine())
    counts = Counter(each.verdict for each in checks)
    if as_json:
        said = {"ok": not counts[Verdict.FIX], "checks": [asdict(each) for each in checks]}
        typer.echo(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        for check in checks:
            typer.echo(f"{_SHOWN[check.verdict]} {check.name}: {check.said}")
            if check.todo:
                typer.echo(f"       {check.todo}")
        fixes, advised = counts[Verdict.FIX], counts[Verdict.ADVICE]
        typer.echo(f"\n{len(checks)} checks: {fixes} to fix, {advised} with advice.")
    if counts[Verdict.FIX]:
        raise typer.Exit(1)
