"""Text in pieces that fit: counted in UTF-16 units, cut and broken where people would.

There are never fewer UTF-16 units than characters, so that a limit holds however a platform counts.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable

Width = Callable[[str], int]
"""How many units a character takes up."""

_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""What turns the order of letters round, so that a name looks like another, or our words unlike themselves.

Arabic and Hebrew are read right to left without it.
"""

_UNWELCOME = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, *_DIRECTIONS))
"""Control characters other than tab and line breaks: invisible to people, refused by some clients."""
_JOINER = "\u200d"
_LONGEST_CLUSTER = 32
ELLIPSIS = "…"


def clean(text: str) -> str:
    """`text` without control characters and half surrogates, with line breaks as `\\n`."""
    if text.isascii() and text.isprintable():
        return text
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return paired.replace("\r\n", "\n").replace("\r", "\n").translate(_UNWELCOME)


def plain_width(character: str) -> int:
    """UTF-16 units of a character."""
    return 2 if ord(character) > 0xFFFF else 1


def length(text: str, width: Width = plain_width) -> int:
    """The units that `text` takes up."""
    if width is plain_width:
        return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
    # Most texts are long and made of few characters.
    counted = Counter(text)
    return sum(width(character) * count for character, count in counted.items())


def cut(text: str, most: int, width: Width = plain_width) -> str:
    """`text`, or as much of its beginning as fits `most` units with an ellipsis."""
    if length(text, width) <= most:
        return text
    end = _whole(text, 0, _reach(text, 0, most - 1, width))
    return text[:end].rstrip() + ELLIPSIS


def pieces(text: str, most: int, width: Width = plain_width) -> list[str]:
    """`text` in pieces of at most `most` units, broken after a line or a word if possible; joined they are it."""
    if text and length(text, width) <= most:
        return [text]
    found = []
    start = 0
    while start < len(text):
        end = _reach(text, start, most, width)
        if end < len(text):
            end = _kind_break(text, start, end)
        found.append(text[start:end])
        start = end
    return found


def _reach(text: str, start: int, most: int, width: Width) -> int:
    taken = 0
    for position in range(start, len(text)):
        taken += width(text[position])
        if taken > most:
            return max(position, start + 1)
    return len(text)


def _kind_break(text: str, start: int, end: int) -> int:
    for separator in ("\n", " "):
        at = text.rfind(separator, start + (end - start) // 2, end)
        if at >= 0:
            return at + 1
    return _whole(text, start, end)


def _whole(text: str, start: int, end: int) -> int:
    """`end`, or a little before it, so that no accent or joined emoji is torn from its base."""
    for at in range(end, max(start, end - _LONGEST_CLUSTER), -1):
        joined = text[at] == _JOINER or text[at - 1] == _JOINER
        if not joined and not unicodedata.category(text[at]).startswith("M"):
            return at
    return end
