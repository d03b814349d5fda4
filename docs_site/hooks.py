"""What the site needs beyond `mkdocs.yml`: every page is in the menu, and links that leave docs/ say where to."""

import posixpath
import re
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_FOLDERS = {"decisions": "Decisions", "trust": "Trust"}
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)#\s]+)(#[^)\s]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put pages that the menu does not name at its end, each folder's under a title of its own."""
    named = set(_pages_of(config["nav"]))
    more: dict[str, list[str]] = {}
    for file in files.documentation_pages():
        if file.src_uri not in named:
            folder = file.src_uri.partition("/")[0] if "/" in file.src_uri else ""
            more.setdefault(_FOLDERS.get(folder, "More"), []).append(file.src_uri)
    config["nav"] = [*config["nav"], *({title: sorted(pages)} for title, pages in more.items())]
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Name what lies beside docs/ in the repository, which is not part of the site, instead of linking to it."""
    folder = posixpath.dirname(page.file.src_uri)

    def said(link: re.Match[str]) -> str:
        text, target, _ = link.groups()
        leads_to = posixpath.normpath(posixpath.join("docs", folder, target))
        if "://" in target or leads_to.startswith("docs/"):
            return link[0]
        path = f"`{leads_to}`"
        return path if text == path else f"{text} ({path} in the repository)"

    return _LINK.sub(said, markdown)


def _pages_of(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    parts = nav.values() if isinstance(nav, dict) else nav
    return [page for part in parts for page in _pages_of(part)]
