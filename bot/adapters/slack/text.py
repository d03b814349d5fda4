"""Text as Slack counts, escapes and marks it up.

Slack: `&`, `<` and `>` are control characters of its markup and travel as entities; anything between `<` and `>`
is a mention, a channel, a broadcast or a link (docs "Formatting message text").
"""

import re

from bot.adapters.text import plain_width
from core.chat.event import Mention

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ESCAPES = str.maketrans(_ENTITIES)
_MARKUP = re.compile(r"<([@#!])?([^<>|]+)(?:\|([^<>]*))?>")


def escape(text: str) -> str:
    """`text` so that nothing in it is markup."""
    return text.translate(_ESCAPES)


def unescape(text: str) -> str:
    """What was typed, from what Slack sends of it."""
    for character, entity in reversed(_ENTITIES.items()):
        text = text.replace(entity, character)
    return text


def escaped_width(character: str) -> int:
    """UTF-16 units of a character once it is escaped."""
    return len(_ENTITIES[character]) if character in _ENTITIES else plain_width(character)


def read_markup(text: str) -> tuple[str, tuple[Mention, ...]]:
    """What a message of Slack's says, readable, and the people it mentions."""
    mentions: list[Mention] = []

    def readable(match: re.Match[str]) -> str:
        kind, target, label = match.groups()
        match kind:
            case "@":
                said = f"@{label or target}"
                mentions.append(Mention(target, unescape(said)))
                return said
            case "#":
                return f"#{label or target}"
            case "!":
                return label or f"@{target.partition('^')[0]}"
            case _:
                return _link(target, label)

    marked = _MARKUP.sub(readable, text)
    return unescape(marked), tuple(mentions)


def _link(target: str, label: str | None) -> str:
    address = target.removeprefix("mailto:")
    if not label:
        return address
    return label if label in address else f"{label} ({address})"
