"""Looks up what users read, in their language.

Catalogues are Fluent files (https://projectfluent.org), one per subject, under `en/` and `cy/`. Fluent knows
Welsh's six plural forms. A text missing in Welsh falls back to English; a test allows none to be missing.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import MAX_PART_LENGTH

from core.model.person import Language

_HERE = Path(__file__).parent


class UnknownText(KeyError):
    """A key that no catalogue holds: a mistake in the code, caught by tests."""


class BrokenText(ValueError):
    """A text asks for something it was not given: a mistake in the code or catalogue, caught by tests."""


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language: `words("team-title", count=3)` is the text under a key, arguments filled in."""

    language: Language

    def __call__(self, key: str, /, **args: Any) -> str:
        if not args:
            return _same_text(self.language, key)
        if all(type(arg) is int for arg in args.values()):
            return _counted_text(self.language, key, tuple(args.items()))
        return _text(self.language, key, args)


LONGEST_PLACED = MAX_PART_LENGTH - 500
"""Characters of what is filled into a text. Fluent refuses more, and counts a plural form's words around it."""


def _text(wanted: Language, key: str, args: dict[str, Any]) -> str:
    args = {name: _shortened(arg) for name, arg in args.items()}
    for language in (wanted, Language.EN):
        bundle = _bundle(language)
        if bundle.has_message(key):
            message = bundle.get_message(key)
            if message.value is not None:
                text, errors = bundle.format_pattern(message.value, args)
                if errors:
                    raise BrokenText(f"{key} ({language}): {errors[0]}")
                return str(text)
    raise UnknownText(key)


def _shortened(arg: Any) -> Any:
    is_too_long = isinstance(arg, str) and len(arg) > LONGEST_PLACED
    return f"{arg[: LONGEST_PLACED - 1].rstrip()}…" if is_too_long else arg


@cache
def _same_text(language: Language, key: str) -> str:
    """A text that nothing is filled into: most are, on every card."""
    return _text(language, key, {})


@lru_cache(maxsize=2_000)
def _counted_text(language: Language, key: str, counts: tuple[tuple[str, int], ...]) -> str:
    """A text that only small numbers are filled into, such as how many have checked in."""
    return _text(language, key, dict(counts))


@cache
def words_for(language: Language) -> Words:
    """The texts of a language; safe to call for every message."""
    return Words(language)


@cache
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([f"{language}-GB"], use_isolating=False)
    for path in sorted((_HERE / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def keys_of(language: Language) -> frozenset[str]:
    """Every key of a language's catalogue."""
    return frozenset(_bundle(language)._messages)
