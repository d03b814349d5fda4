"""Audiences in words: whom a broadcast goes to, and why someone is one of them.

`core.understanding.audiences` reads the English and the Welsh back as the same audience.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import reduce

from core.model.audience import Audience, Clause, Filter, Trait
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words


def described(words: Words, audience: Audience) -> str:
    """`everyone lacking Fire safety and in the team Housing, except those on an agency contract`."""
    said = words("audience-everyone")
    if audience.all_of:
        said = f"{said} {_clauses(words, audience.all_of, 'audience-and')}"
    for exception in audience.none_of:
        said = words("audience-except", people=said, others=_clauses(words, exception, "audience-also"))
    return said


def _clauses(words: Words, clauses: Sequence[Clause], joined: str) -> str:
    return _joined(words, joined, [clause_in_words(words, clause) for clause in clauses])


def clause_in_words(words: Words, clause: Clause) -> str:
    """`in the team Housing or in the team Planning`."""
    return _joined(words, "audience-or", [_said(words, "audience", each, None) for each in clause])


def _joined(words: Words, key: str, said: Sequence[str]) -> str:
    join: Callable[[str, str], str] = lambda first, then: words(key, first=first, then=then)  # noqa: E731
    return reduce(join, said)


def why(words: Words, filters: Sequence[Filter], person: Person) -> str:
    """`Lacks Fire safety; In Housing`."""
    if not filters:
        return words("why-everyone")
    return "; ".join(_said(words, "why", each, person) for each in filters)


def _said(words: Words, prefix: str, each: Filter, person: Person | None) -> str:
    match each.trait:
        case Trait.LACKS | Trait.OVERDUE:
            return words(f"{prefix}-{each.trait}", name=each.name)
        case Trait.EXPIRES:
            return words(f"{prefix}-expires", name=each.name, days=str(each.within_days))
        case Trait.TEAM:
            return words(f"{prefix}-team", name=each.name)
        case Trait.ROLE:
            return words(f"{prefix}-role", name=each.value)
        case Trait.SITE:
            return words(f"{prefix}-site", name=each.value)
        case Trait.LANGUAGE:
            return words(f"{prefix}-reads-{each.value}")
        case Trait.EMPLOYMENT | Trait.NATION:
            return words(f"{prefix}-{each.value.casefold().replace(' ', '-')}")
        case Trait.STARTED_FROM | Trait.STARTED_BEFORE:
            if person is not None and person.start_on is not None:
                return words("why-started", day=formats.full_date(person.start_on, words.language))
            key = "audience-started-from" if each.trait is Trait.STARTED_FROM else "audience-started-before"
            return words(key, day=formats.full_date(date.fromisoformat(each.value), words.language))
