"""What can be set, in words: the reference in `docs/configuration.md`, and the settings as they are.

Both are made from `bot.settings.Settings`: its fields, their defaults and limits, and their docstrings.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from dotenv import dotenv_values
from pydantic import SecretStr
from pydantic.fields import FieldInfo
from sqlalchemy.engine import make_url

from bot.settings import PREFIX, SETTINGS_FILE, Settings

NOT_OURS = frozenset({f"{PREFIX}RELEASE"})
"""Variables with our prefix that are no settings: `compose.yaml` takes the image's release from one."""

_NEEDED = "Needed: "
_HIDDEN = "(set)"

_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "The organisation": ("organisation", "contact", "administrator"),
    "The database": ("database_", "erasures_", "backup_"),
    "Where the server is": ("host", "port", "public_"),
    "Slack": ("slack_",),
    "Microsoft Teams": ("teams_",),
    "Keys, webhooks and metrics": ("encryption_", "webhook_", "metrics_"),
    "How it runs": ("",),
}
"""The parts of the reference, with how the names of their settings begin; the first that fits takes a setting."""

_INTRODUCTION = f"""\
# Configuration

Milepost reads its settings from the environment and from a file `{SETTINGS_FILE}` in the folder it is started in;
the environment comes first. All are checked before anything starts, and whatever is wrong is named with its fix.
A variable that is left blank is as if it were not there.

`milepost settings` shows what is set, without secrets; `milepost doctor` tries it, and names variables that are no
setting, such as misspelt ones. Keep `{SETTINGS_FILE}` from other users of the machine:
`chmod 600 {SETTINGS_FILE}`.

A setting that is *secret* is never shown or logged.

This page is made by `milepost settings --reference` from `bot/settings.py`.
"""


@dataclass(frozen=True, slots=True)
class Described:
    """A setting in words; `default` is empty where there is none, `needed` where Milepost always does without."""

    name: str
    """Of the field: `database_url`."""
    variable: str
    default: str
    meaning: str
    needed: str
    is_secret: bool
    section: str


def described() -> list[Described]:
    """Every setting, in the order of the reference."""
    order = list(_SECTIONS)
    found = [_described(name, field) for name, field in Settings.model_fields.items()]
    return sorted(found, key=lambda each: order.index(each.section))


def reference() -> str:
    """The reference as Markdown."""
    return "\n".join([_INTRODUCTION, *_parts()])


def shown(settings: Settings) -> Iterator[tuple[Described, str, bool]]:
    """Every setting with its value, without secrets, and whether it was set rather than left at its default."""
    for each in described():
        yield each, _without_secrets(getattr(settings, each.name)), each.name in settings.model_fields_set


def unknown_variables() -> dict[str, str]:
    """Variables with our prefix, of the environment and of `.env`, that are none; with the one meant or ""."""
    known = {each.variable.removeprefix(PREFIX): each.variable for each in described()}
    given = {*os.environ, *(dotenv_values(SETTINGS_FILE) if Path(SETTINGS_FILE).is_file() else ())}
    ours = sorted(each for each in given if each.upper().startswith(PREFIX))
    return {
        each: next((known[one] for one in get_close_matches(_bare(each), known, n=1, cutoff=0.7)), "")
        for each in ours
        if _bare(each) not in known and each.upper() not in NOT_OURS
    }


def _bare(variable: str) -> str:
    return variable.upper().removeprefix(PREFIX)


def _described(name: str, field: FieldInfo) -> Described:
    told = " ".join((field.description or "").split())
    meaning, _, needed = told.partition(f" {_NEEDED}")
    limits = _limits(field)
    return Described(
        name=name,
        variable=f"{PREFIX}{name.upper()}",
        default=_without_secrets(field.default),
        meaning=f"{meaning} {limits}".strip(),
        needed=needed.rstrip("."),
        is_secret=field.annotation is SecretStr,
        section=next(title for title, starts in _SECTIONS.items() if name.startswith(starts)),
    )


def _limits(field: FieldInfo) -> str:
    """Which values are taken, as a sentence; "" for any."""
    if get_origin(field.annotation) is Literal:
        return f"One of {', '.join(f'`{each}`' for each in get_args(field.annotation))}."
    bounds = {
        name: getattr(each, name) for each in field.metadata for name in ("ge", "gt", "le") if hasattr(each, name)
    }
    if "le" not in bounds:
        return ""
    least = f"more than {bounds['gt']:g}" if "gt" in bounds else f"{bounds['ge']:g}"
    return (
        f"From {least} to {bounds['le']:g}."
        if "ge" in bounds
        else f"{least.capitalize()}, {bounds['le']:g} at most."
    )


def _without_secrets(value: Any) -> str:
    if isinstance(value, SecretStr):
        return _HIDDEN if value.get_secret_value() else ""
    if isinstance(value, str) and "://" in value and not value.startswith("http"):
        address = make_url(value)
        hidden = {"password": "***"} if "password" in address.query else {}
        return address.update_query_dict(hidden).render_as_string(hide_password=True)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _parts() -> Iterator[str]:
    section = ""
    for each in described():
        if each.section != section:
            section = each.section
            yield f"## {section}\n\n| variable | default | what it does | needed |\n| --- | --- | --- | --- |"
            yield from (_row(one) for one in described() if one.section == section)
            yield ""


def _row(each: Described) -> str:
    default = f"`{each.default}`" if each.default else "–"
    meaning = f"{each.meaning} *Secret.*" if each.is_secret else each.meaning
    return f"| `{each.variable}` | {default} | {meaning} | {each.needed or '–'} |"
