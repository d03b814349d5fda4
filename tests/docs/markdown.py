"""The repository's Markdown files: their headings and where their links lead, without any site generator."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

REPOSITORY = Path(__file__).parents[2]
_FENCED = re.compile(r"^([ \t]*)(`{3,}|~{3,}).*?^\1\2[ \t]*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"\[(?:[^\[\]]|\[[^\]]*\]\([^)]*\))*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*\s*$", re.MULTILINE)
_OTHERS = {"node_modules", "build", "dist"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it is written, and the file that it is in."""

    file: Path
    target: str

    def __str__(self) -> str:
        return f"{self.file.relative_to(REPOSITORY)}: {self.target}"


def pages(under: Path = REPOSITORY) -> list[Path]:
    """Every Markdown file, but those of others' packages and in hidden folders."""
    found = [(each, each.relative_to(under).parts) for each in under.rglob("*.md")]
    return sorted(each for each, parts in found if not any(one in _OTHERS or one[0] == "." for one in parts))


def links(file: Path) -> Iterator[Link]:
    """Links of a file, outside of code."""
    for found in _LINK.finditer(_prose(file)):
        target = found[1]
        # A picture that is a link has another within its words.
        for inner in _LINK.finditer(found[0][1:]):
            if inner[1] != target:
                yield Link(file, inner[1])
        yield Link(file, target)


def anchors(file: Path) -> set[str]:
    """What may stand behind “#”, as GitHub and the site name headings."""
    prose = _FENCED.sub("", file.read_text(encoding="utf-8"))
    found: set[str] = set()
    for heading in _HEADING.findall(prose):
        name = re.sub(r"[^\w\- ]", "", re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()).strip()
        name = name.replace(" ", "-")
        number = 1
        while (named := name if number == 1 else f"{name}-{number - 1}") in found:
            number += 1
        found.add(named)
    return found


def is_broken(link: Link) -> bool:
    """Whether a link within the repository leads to nothing; those to elsewhere are not looked at."""
    if re.match(r"[a-z][a-z0-9+.-]*:", link.target):
        return False
    path, _, anchor = unquote(link.target).partition("#")
    leads_to = (link.file.parent / path).resolve() if path else link.file
    if not leads_to.exists() or not leads_to.is_relative_to(REPOSITORY.resolve()):
        return True
    return bool(anchor) and leads_to.suffix == ".md" and anchor not in anchors(leads_to)


def _prose(file: Path) -> str:
    return _CODE.sub(lambda code: "x" * len(code[0]), _FENCED.sub("", file.read_text(encoding="utf-8")))
