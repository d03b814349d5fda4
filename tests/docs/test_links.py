"""No page leads nowhere, and every page can be reached."""

from pathlib import Path

import pytest

from tests.docs.markdown import REPOSITORY, Link, is_broken, links, pages

DOCS = REPOSITORY / "docs"


@pytest.mark.parametrize("page", pages(), ids=lambda each: str(each.relative_to(REPOSITORY)))
def test_every_link_leads_somewhere(page: Path):
    assert [str(each) for each in links(page) if is_broken(each)] == []


@pytest.mark.parametrize(
    ("target", "broken"),
    [
        ("docs/reliability.md", False),
        ("docs/reliability.md#what-was-sent-since-the-backup", False),
        ("docs/reliability.md#what-was-never-said", True),
        ("docs/unreliability.md", True),
        ("../elsewhere.md", True),
        ("https://example.org/whatever", False),
        ("#milepost", False),
        ("#no-such-heading", True),
    ],
)
def test_what_leads_nowhere_is_noticed(target: str, broken: bool):
    assert is_broken(Link(REPOSITORY / "README.md", target)) is broken


def test_links_in_code_are_none_and_pictures_that_are_links_are_two(tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text('`[a](b)` [![words](c.png)](d.md)\n\n```\n[e](f)\n```\n[g](h.md "title")\n', encoding="utf-8")
    assert sorted(each.target for each in links(page)) == ["c.png", "d.md", "h.md"]


def test_every_page_is_reached_from_the_readme():
    found: set[Path] = set()
    waiting = [REPOSITORY / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in found:
            continue
        found.add(page)
        for link in links(page):
            path = (page.parent / link.target.partition("#")[0]).resolve()
            # A link to a folder shows what is in it.
            waiting += [path] if path.suffix == ".md" and path.exists() else sorted(path.glob("*.md"))
    assert [str(each.relative_to(DOCS)) for each in pages(DOCS) if each.resolve() not in found] == []
