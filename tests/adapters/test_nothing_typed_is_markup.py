"""Nothing that somebody wrote pings anyone, hides an address or is drawn as markup, in any part of any card.

Slack's markup is read as its docs say, Teams' Markdown by the parser that Adaptive Cards' own renderer uses.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.adapters.slack import render as slack
from bot.adapters.slack.text import unescape
from bot.adapters.teams import render as teams
from bot.adapters.teams.elements import escape
from bot.adapters.text import clean
from core.chat.card import (
    Action,
    Actions,
    Card,
    Chart,
    ChoiceInput,
    DateInput,
    Fact,
    Facts,
    Form,
    Heading,
    Link,
    Option,
    Outline,
    OutlineItem,
    Paragraph,
    ProgressBar,
    Series,
    Table,
    TextInput,
    Tone,
)
from core.chat.plain import plain_text
from core.model.objective import Status
from tests.teams_checks import elements

LAW = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))

HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *("<!channel>", "<!here>", "<!everyone>", "<@U0123456>", "<#C0123|general>", "<!subteam^S1>"),
                *(
                    "<https://evil.example|your bank>",
                    "[your bank](https://evil.example)",
                    "![x](https://evil.example/a.png)",
                ),
                *("<at>everyone</at>", "<at id='0'>Ben</at>", "<b>", "</script>", "<img src=x onerror=alert(1)>"),
                *(
                    "**",
                    "__",
                    "~~",
                    "`",
                    "```",
                    "#",
                    "# ",
                    "> ",
                    "- ",
                    "1. ",
                    "1) ",
                    "---",
                    "===",
                    "|-|",
                    "| a | b |",
                ),
                *(
                    "&lt;",
                    "&#60;",
                    "&amp;lt;",
                    "\\",
                    "\\*",
                    "<",
                    ">",
                    "&",
                    "[",
                    "]",
                    "(",
                    ")",
                    "!",
                    "*",
                    "_",
                    "~",
                    "|",
                ),
                *("javascript:alert(1)", "https://council.example", "{{DATE(2026-01-01)}}", "${person}", "{name}"),
                *("\n", "\n\n", "\r", "\t", "    ", " ", "\u2028", "\u202e", "\u2066", "\x00", "\ud83d", "é", "w"),
            ]
        ),
        st.characters(),
    ),
    max_size=12,
).map("".join)
"""Texts made of what Slack, Markdown, HTML and Teams' own templates take for markup."""


WORDS = st.lists(HOSTILE, min_size=1, max_size=4)


def all_parts(said: Iterator[str]) -> tuple[Any, ...]:
    """A card's parts of every kind, with hostile words wherever words can be."""
    return (
        Heading(next(said)),
        *(Paragraph(next(said), tone) for tone in Tone),
        Facts((Fact(next(said), next(said)),)),
        ProgressBar(next(said), 50.0, next(said), Status.AT_RISK, next(said)),
        Outline((OutlineItem(next(said), 1, next(said), True), OutlineItem(next(said), 0, next(said)))),
        *(Table(tuple(islice(said, wide)), (tuple(islice(said, wide)),)) for wide in (2, 6)),
        Chart("c" * 20, next(said), (next(said),), (Series(next(said), (1.0,)),), next(said), next(said)),
        Link(next(said), "https://milepost.example/download/abc"),
        Actions((Action("help.show", next(said), "x"),)),
    )


def card_of(words: list[str]) -> Card:
    """A card that says nothing but these words."""
    said = cycle(words)
    return Card(next(said), all_parts(said))


def form_of(words: list[str]) -> Form:
    """A form of every input there is that says nothing but these words."""
    said = cycle(words)
    options = (Option("1", next(said)), Option("2", next(said)))
    inputs = (
        TextInput("a", next(said), next(said), next(said), next(said), error=next(said)),
        ChoiceInput("b", next(said), options, next(said), "1", error=next(said)),
        ChoiceInput("c", next(said), options, compact=True),
        ChoiceInput("d", next(said), options, value="1", source="people"),
        DateInput("e", next(said), next(said), error=next(said)),
    )
    return Form("f", "s", next(said), (*all_parts(said), *inputs), next(said), next(said))


# --- Slack ----------------------------------------------------------------------------------------------------


def texts(drawn: Any) -> Iterator[dict[str, Any]]:
    """Every object of Block Kit that has a text or an address in it."""
    if isinstance(drawn, dict):
        if "text" in drawn or "url" in drawn:
            yield drawn
        for value in drawn.values():
            yield from texts(value)
    elif isinstance(drawn, list):
        for value in drawn:
            yield from texts(value)


def check_slack(drawn: Any) -> None:
    for each in texts(drawn):
        match each:
            case {"type": "link", "url": url}:
                assert url == "https://milepost.example/download/abc"
            case {"type": "plain_text" | "text", "text": str()} | {"text": {"type": "plain_text"}}:
                assert "url" not in each
            case _:
                raise AssertionError(f"a text that Slack may parse: {each}")
    kinds = set(re.findall(r'"type": "([a-z_]+)"', json.dumps(drawn)))
    assert kinds.isdisjoint({"mrkdwn", "user", "usergroup", "broadcast", "channel", "markdown", "video"})


@LAW
@given(WORDS.map(card_of))
def test_slack_parses_nothing_of_a_message(card: Card):
    sent = slack.message(card)
    check_slack(sent["blocks"])
    # The one text that is markup: what notifications say.
    assert not re.search(r"[<>]|&(?!(?:amp|lt|gt);)", sent["text"])
    assert unescape(sent["text"]).rstrip("…") in clean(plain_text(card)).strip() or sent["text"] == "–"
    check_slack(slack.home(card)["blocks"])


@LAW
@given(WORDS.map(form_of))
def test_slack_parses_nothing_of_a_form(form: Form):
    drawn = slack.view(form)
    check_slack({key: drawn[key] for key in ("title", "submit", "close", "blocks")})


# --- Teams ----------------------------------------------------------------------------------------------------

MARKDOWN = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])
WORDS_ALONE = {"text", "text_special", "softbreak", "hardbreak"}


def check_words_alone(markdown: str) -> None:
    """That a parser of Markdown finds words in it and nothing else."""
    for token in MARKDOWN.parse(markdown):
        assert token.type in ("paragraph_open", "inline", "paragraph_close"), f"{token.type} in {markdown!r}"
        for child in token.children or ():
            assert child.type in WORDS_ALONE, f"{child.type} in {markdown!r}"


def markdown_in(drawn: Any) -> Iterator[str]:
    """What a client reads as Markdown (Microsoft: "Format cards in Teams"; adaptivecards' own renderer)."""
    for each in elements(drawn):
        match each:
            case {"type": "TextBlock", "text": text}:
                yield text
            case {"type": "FactSet", "facts": facts}:
                for fact in facts:
                    yield from (fact["title"], fact["value"])
            case {"type": "Input.ChoiceSet", "style": "expanded", "choices": choices}:
                yield from (choice["title"] for choice in choices)
        for name in ("fallbackText", "errorMessage"):
            if name in each:
                yield each[name]


def check_teams(drawn: Any) -> None:
    for text in markdown_in(drawn):
        check_words_alone(text)
    for each in elements(drawn):
        assert "speak" not in each
        assert "selectAction" not in each
        assert not {"mention", "TextRun"} & {each["type"]} or "selectAction" not in each
        if "url" in each:
            assert each["url"] in ("https://milepost.example/download/abc", "https://milepost.example/p.png")
    # Mentions are entities beside the text, of which a card has none.
    assert "entities" not in json.dumps(drawn.get("msteams", {}))


@settings(LAW, max_examples=200)
@given(HOSTILE)
@example("---")
@example("1.")
@example("#")
@example("===")
def test_markdown_finds_words_alone_in_what_is_escaped(text: str):
    check_words_alone(escape(text))
    # Of several lines, one may make a heading of the one above it.
    check_words_alone("\n".join(["Above", *map(escape, text.split("\n"))]))


@LAW
@given(WORDS.map(card_of))
def test_teams_parses_nothing_of_a_card(card: Card):
    check_teams(teams.card(card, lambda _: "https://milepost.example/p.png"))
    check_teams(teams.card(card))


@LAW
@given(WORDS.map(form_of))
def test_teams_parses_nothing_of_a_form(form: Form):
    check_teams(teams.form(form))
    check_teams(teams.form(form, in_dialog=True))


# --- everywhere -----------------------------------------------------------------------------------------------


@LAW
@given(HOSTILE)
def test_nothing_turns_round_what_stands_beside_it(text: str):
    shown = clean(text)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00")
    assert not any(unicodedata.category(each) == "Cs" for each in shown)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "ftp://a.example", "x"]
)
def test_a_link_leads_to_a_web_address_alone(address: str):
    with pytest.raises(ValueError, match="web address"):
        Link("Open", address)
