"""`milepost settings`: what is set, without secrets; or the reference of all that can be."""

from typing import Annotated

import typer

from bot.settings import read_settings
from bot.settings_reference import reference, shown


def show_settings(
    whole: Annotated[
        bool, typer.Option("--reference", help="Print what each setting means, as in docs/configuration.md.")
    ] = False,
) -> None:
    """Show what is set, without secrets; what is marked with * is set, the rest is as it comes."""
    if whole:
        typer.echo(reference(), nl=False)
        return
    for each, value, is_set in shown(read_settings()):
        typer.echo(f"{'*' if is_set else ' '} {each.variable:<36} {value}".rstrip())
