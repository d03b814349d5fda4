"""Kinds of answer about a course: how long it counts, who must hold it, and its skills."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from core.cards.courses import group_label
from core.chat.card import Input, Option
from core.flows.inputs import Field, NotUnderstood
from core.model.person import Employment, Language
from core.model.requirements import Group
from core.model.training import MOST_DAYS, MOST_MONTHS
from core.texts.texts import Words, words_for

NONE = "-"
"""The stored value of what there is none of: no last day, nobody, no link."""

_NONE_SAID = frozenset({"-", "–", "none", "no", "nobody", "for good", "never", "always", "dim", "neb", "am byth"})
_MONTHS = re.compile(r"^(\d{1,3})\s*(?:months?|mis(?:oedd)?|m)?$", re.IGNORECASE)
_YEARS = re.compile(r"^(\d{1,2})\s*(?:years?|yrs?|blynedd|flynedd|mlynedd|bl)$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;\n]\s*")
_EVERYONE = frozenset({"everyone", "everybody", "all", "all staff", "pawb"})


class _Typed:
    """What all kinds here have in common: they are typed."""

    def options(self, words: Words) -> tuple[Option, ...]:
        """No choices."""
        return ()

    def field(self, field: Field, words: Words) -> Input:
        """A text field with what is there now."""
        return field.typed(max_length=1000)


@dataclass(frozen=True)
class Months(_Typed):
    """A number of months, `12`, `2 years` or for good; stored as the number or `NONE`."""

    def read(self, text: str, today: date) -> str:
        """The months; raises `NotUnderstood`."""
        said = " ".join(text.split()).strip(" .")
        if said.casefold() in _NONE_SAID:
            return NONE
        months = _MONTHS.match(said)
        years = _YEARS.match(said)
        count = int(months[1]) if months else 12 * int(years[1]) if years else 0
        if not 1 <= count <= MOST_MONTHS:
            raise NotUnderstood("course-months-unclear", written=said)
        return str(count)

    def show(self, value: str, language: Language) -> str:
        """In words."""
        words = words_for(language)
        return words("training-for-good") if value == NONE else words("course-months", count=int(value))


@dataclass(frozen=True)
class Days(_Typed):
    """A number of days from 0 on."""

    def read(self, text: str, today: date) -> str:
        """The days; raises `NotUnderstood`."""
        said = re.sub(r"\s*(?:days?|diwrnod(?:au)?|dydd)\s*$", "", text.strip(" ."), flags=re.IGNORECASE)
        if not (said.isascii() and said.isdecimal() and len(said) <= 3 and int(said) <= MOST_DAYS):
            raise NotUnderstood("course-days-unclear", written=text.strip(), most=MOST_DAYS)
        return str(int(said))

    def show(self, value: str, language: Language) -> str:
        """In words."""
        return words_for(language)("course-days", count=int(value))


@dataclass(frozen=True)
class WhoMust(_Typed):
    """Who must hold it: everyone, teams, kinds of employment and job titles, with commas between.

    `teams` are ids by name, `roles` the job titles there are. Stored as `everyone;team:<id>;role:<title>`.
    """

    teams: Mapping[str, str]
    roles: Sequence[str]

    def read(self, text: str, today: date) -> str:
        """The groups; raises `NotUnderstood` for one nobody is in, with the nearest there is."""
        if text.strip(" .").casefold() in _NONE_SAID:
            return NONE
        return ";".join(dict.fromkeys(self._group(each) for each in _BETWEEN.split(text.strip(" .;,")) if each))

    def _group(self, said: str) -> str:
        name = re.sub(r"^(?:team|role|tîm|rôl|swydd)[:\s]\s*", "", said, flags=re.IGNORECASE).casefold()
        if name in _EVERYONE:
            return Group.EVERYONE
        for known, each in (*_by_name(self.teams, Group.TEAM), *_employments(), *_titles(self.roles)):
            if known == name:
                return each
        names = [*self.teams, *self.roles, *Employment]
        best = process.extractOne(said, names, scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=60)
        raise NotUnderstood("course-who-unknown", written=said, nearest=best[0] if best else "none")

    def show(self, value: str, language: Language) -> str:
        """The names, with commas between."""
        words = words_for(language)
        team_names = {each: name for name, each in self.teams.items()}
        return ", ".join(group_label(words, *each, team_names) for each in groups_of(value)) or words(
            "course-asked-nobody"
        )


def groups_of(value: str) -> list[tuple[Group, str]]:
    """The groups of a stored value, each with what chooses it."""
    if value in ("", NONE):
        return []
    pairs = (each.partition(":") for each in value.split(";"))
    return [(Group(group), chosen) for group, _, chosen in pairs]


def stored(groups: Iterable[tuple[Group, str]]) -> str:
    """The stored value of groups."""
    return ";".join(f"{group}:{chosen}" if chosen else group for group, chosen in groups) or NONE


def _by_name(names: Mapping[str, str], group: Group) -> list[tuple[str, str]]:
    return [(name.casefold(), f"{group}:{each}") for name, each in names.items()]


def _employments() -> list[tuple[str, str]]:
    return [(each, f"{Group.EMPLOYMENT}:{each}") for each in Employment]


def _titles(roles: Sequence[str]) -> list[tuple[str, str]]:
    return [(each.casefold(), f"{Group.ROLE}:{each}") for each in roles if ";" not in each]
