"""Offer a table as a file: a link that works once and for a short time, whatever platform it is asked for on.

The file is made when it is taken, by what its person may see then.
"""

import re
from collections.abc import Collection

from core.cards import exported as cards
from core.chat.effect import Outcome, reply
from core.model.exported import TABULAR, FileFormat
from core.permissions import Right, holds
from core.records.tables import TABLES, Reach, tables_for
from core.services.download_link import new_link
from core.services.refuse_hr import refuse_hr
from core.turn import Turn


def wanted_in(what: str) -> tuple[Reach, str]:
    """The reach and the table's name in `team/objectives`; a bare name is the whole organisation's."""
    reach, slash, name = what.rpartition("/")
    if not slash:
        return Reach.ORGANISATION, name
    return (Reach(reach), name) if reach in tuple(Reach) else (Reach.ORGANISATION, "")


def _what(reach: Reach, name: str) -> str:
    return name if reach is Reach.ORGANISATION else f"{reach}/{name}"


async def hear_export(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr export`, `hr export training`, `hr export training csv`."""
    if not holds(turn.person, Right.EXPORT):
        return await refuse_hr(turn)
    return await _hear(turn, rest, Reach.ORGANISATION)


async def hear_team_export(turn: Turn, rest: str) -> Outcome:
    """`team export`, `team export objectives parquet`: of one's direct reports."""
    return await _hear(turn, rest, Reach.TEAM)


async def hear_own_export(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`export`, `export my check-ins`: what is one's own."""
    return await _hear(turn, rest, Reach.OWN)


async def _hear(turn: Turn, rest: str, reach: Reach) -> Outcome:
    said = re.findall(r"\w+", rest.casefold())
    names = tables_for(turn.person, reach)
    name = max((each for each in names if _is_named(turn, each, said)), key=len, default=None)
    if name is None:
        return await _ask(turn, reach)
    format_ = next((each for each in TABULAR if each in said), FileFormat.XLSX)
    return await offer(turn, reach, name, format_)


async def _ask(turn: Turn, reach: Reach) -> Outcome:
    if reach is Reach.TEAM and not await turn.store.people.reports_of(turn.person.id):
        return reply(cards.no_team(turn.words))
    names = tables_for(turn.person, reach)
    return reply(cards.choice(turn.words, reach, {name: _what(reach, name) for name in names}))


def _is_named(turn: Turn, name: str, said: Collection[str]) -> bool:
    label = turn.words(f"export-{name}").casefold()
    return any(set(re.findall(r"\w+", each)) <= set(said) for each in (name, label))


async def take(turn: Turn, value: str) -> Outcome:
    """A button: `<what>|<format>`."""
    what, _, format_ = value.partition("|")
    reach, name = wanted_in(what)
    if reach is Reach.ORGANISATION and not holds(turn.person, Right.EXPORT):
        return await refuse_hr(turn)
    if name not in TABLES or format_ not in TABULAR:
        return await _ask(turn, reach)
    return await offer(turn, reach, name, FileFormat(format_))


async def offer(turn: Turn, reach: Reach, name: str, format_: FileFormat) -> Outcome:
    """A link to the file, for who may have it."""
    if name not in tables_for(turn.person, reach):
        return await _ask(turn, reach)
    if reach is Reach.TEAM and not await turn.store.people.reports_of(turn.person.id):
        return reply(cards.no_team(turn.words))
    if not turn.public_url:
        return reply(cards.no_address(turn.words, reach, name))
    what = _what(reach, name)
    address, expires_at = await new_link(turn, what, format_)
    return reply(cards.ready(turn.person, name, what, format_, address, expires_at))
