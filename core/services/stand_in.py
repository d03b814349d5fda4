"""Who stands in for a line manager who is away: `settings delegate @colleague from 1 December to 12 December`.

A delegate sees and does what the check-in round needs: the team's status, its check-ins, reminders and summaries.
What is private stays between a person and their line manager: see `Relation.DELEGATE` in `core.permissions`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from core.cards import delegation as cards
from core.chat.effect import Durable, Outcome, reply
from core.model.audit import AuditAction, AuditNote, detail_of
from core.model.delegation import Delegation
from core.model.person import Person
from core.ports import Store
from core.services.find_colleague import find_colleague
from core.services.keep_quiet_hours import OFF
from core.services.tell import to_person
from core.texts.texts import words_for
from core.turn import Turn
from core.understanding.dates import read_absence

PURPOSE = "delegation"

LONGEST = timedelta(days=366)
"""Whoever is away for longer needs another line manager."""

_ANY_ZONE = timedelta(days=1)
_DATES = re.compile(r"\b(?:from|until|till|for|on|o|tan|am|hyd|ar)\s.*$", re.IGNORECASE)


async def with_delegations(store: Store, person: Person, now: datetime) -> Person:
    """The person, with whom they stand in for at this moment, by those managers' own dates."""
    given = await store.delegations.given_to(person.id, (now - _ANY_ZONE).date())
    managers = frozenset(manager.id for each, manager in given if each.covers(now.astimezone(manager.zone).date()))
    return replace(person, stands_in_for=managers) if managers else person


async def reports_seen_by(store: Store, person: Person) -> list[Person]:
    """Direct reports, and those of whom the person stands in for, by name; whatever their contract dates."""
    if not person.stands_in_for:
        return await store.people.reports_of(person.id)
    found = await store.people.reports_of_any([person.id, *person.stands_in_for])
    return [each for each in found if each.id != person.id]


async def delegate_of(store: Store, manager: Person, now: datetime) -> Person | None:
    """Who stands in for a line manager at this moment, if anyone does."""
    today = now.astimezone(manager.zone).date()
    given = await store.delegations.given_by([manager.id], today)
    return next((delegate for each, delegate in given if each.covers(today)), None)


async def hear_delegate(turn: Turn, said: str) -> Outcome:
    """Name a delegate, end what was arranged, or (with nothing said) show it."""
    reports = await turn.store.people.reports_of(turn.person.id)
    if not reports:
        return reply(cards.manages_nobody(turn.words))
    if not said.strip():
        return reply(cards.how(turn.words, await standing_in_lines(turn)))
    if said.strip().casefold() in OFF:
        return await _end(turn, reports)
    found = _DATES.search(said)
    days = read_absence(found.group(), turn.today, ()) if found else None
    colleague = (await find_colleague(turn, said[: found.start()] if found else said)).one
    if days is None or days[1] < days[0] or days[1] < turn.today or days[1] - days[0] > LONGEST:
        return reply(cards.dates_unclear(turn.words))
    if colleague is None or colleague.id == turn.person.id:
        return reply(cards.nobody_like_that(turn.words))
    given = Delegation(uuid4().hex, turn.person.tenant_id, turn.person.id, colleague.id, *days)
    before = await turn.store.delegations.given_by([turn.person.id], turn.today)
    await turn.store.delegations.replace(turn.person.id, turn.today, given)
    await turn.store.audit.note(*_ended(turn, before), _granted(given))
    told: list[Durable] = [
        to_person(turn, each, cards.told_of_delegate(each, turn.person, colleague, given), PURPOSE)
        for each in reports
        if each.employed_on(turn.today) and each.id != colleague.id
    ]
    told.append(to_person(turn, colleague, cards.stands_in(colleague, turn.person, given), PURPOSE))
    told += [
        to_person(turn, each, cards.stands_in_no_more(each, turn.person), PURPOSE)
        for each in {delegate.id: delegate for _, delegate in before}.values()
        if each.id != colleague.id
    ]
    return Outcome(durable=tuple(told)) + reply(cards.named(turn.words, colleague, given))


async def _end(turn: Turn, reports: Sequence[Person]) -> Outcome:
    before = await turn.store.delegations.given_by([turn.person.id], turn.today)
    if not before:
        return reply(cards.nobody_stands_in(turn.words))
    await turn.store.delegations.replace(turn.person.id, turn.today, None)
    await turn.store.audit.note(*_ended(turn, before))
    delegates = {delegate.id: delegate for _, delegate in before}
    told = [
        to_person(turn, each, cards.stands_in_no_more(each, turn.person), PURPOSE)
        for each in {**delegates, **{each.id: each for each in reports if each.employed_on(turn.today)}}.values()
    ]
    return Outcome(durable=tuple(told)) + reply(cards.ended(turn.words))


def _granted(given: Delegation) -> AuditNote:
    days = {"from": given.starts_on, "to": given.ends_on}
    detail = detail_of(manager=given.manager_id, **days)
    return AuditNote(given.tenant_id, AuditAction.GRANT_DELEGATION, given.delegate_id, detail)


def _ended(turn: Turn, before: Sequence[tuple[Delegation, Person]]) -> list[AuditNote]:
    detail = detail_of(manager=turn.person.id)
    return [
        AuditNote(turn.person.tenant_id, AuditAction.END_DELEGATION, each.delegate_id, detail)
        for each, _ in before
    ]


async def standing_in_lines(turn: Turn) -> list[str]:
    """Who stands in for the person and for whom they do, from today on, in words."""
    words = words_for(turn.person.language)
    by = await turn.store.delegations.given_by([turn.person.id], turn.today)
    to = await turn.store.delegations.given_to(turn.person.id, turn.today)
    return [
        *(cards.line(words, "delegate-line-by", delegate, each) for each, delegate in by),
        *(cards.line(words, "delegate-line-to", manager, each) for each, manager in to),
    ]
