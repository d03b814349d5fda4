"""Cards too long for one message become several, of which none leaves anything out, on any platform."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from bot.adapters.slack.fit import MESSAGE
from bot.adapters.slack.render import blocks
from bot.adapters.teams.render import card as adaptive_card
from core.chat.card import (
    Action,
    Actions,
    Card,
    Fact,
    Facts,
    Heading,
    Outline,
    OutlineItem,
    Paragraph,
    Table,
    Tone,
)
from core.chat.paging import MOST_PAGES, pages
from core.chat.plain import plain_text
from tests.cards import CARDS
from tests.teams_checks import check_card

NAMES = [f"Person {number:02}" for number in range(60)]
WHAT = "Waiting for the contractor, who missed the third start date running; the tenant was told"


def _outline(names: list[str]) -> Outline:
    return Outline(
        tuple(
            item
            for name in names
            for item in (OutlineItem(name, note="overdue", strong=True), OutlineItem(WHAT, depth=1))
        )
    )


LONG = {
    "an outline of sixty people": (_outline(NAMES),),
    "a table of sixty rows": (Table(("Who", "What", "When"), tuple((name, WHAT, "today") for name in NAMES)),),
    "sixty facts": (Facts(tuple(Fact(name, WHAT) for name in NAMES)),),
    "sixty people with a button each": tuple(
        part
        for name in NAMES
        for part in (Heading(name), Paragraph(WHAT), Actions((Action("team.remind", "Remind", name),)))
    ),
}


@pytest.mark.parametrize("parts", LONG.values(), ids=LONG)
def test_nobody_is_left_out_of_a_long_card_on_either_platform(parts):
    card = Card("Your team", parts)
    shown = pages(card)
    assert 1 < len(shown) <= MOST_PAGES
    slack = json.dumps([blocks(page) for page in shown])
    teams = json.dumps([adaptive_card(page) for page in shown])
    for name in NAMES:
        assert name in slack
        assert name in teams
    for page in shown:
        assert len(blocks(page)) <= MESSAGE.blocks
        check_card(adaptive_card(page))


@pytest.mark.parametrize("parts", LONG.values(), ids=LONG)
def test_pages_are_numbered_and_say_that_they_go_on(parts):
    shown = pages(Card("Your team", parts, language="cy"))
    assert shown[0].title == f"Your team (1 o {len(shown)})"
    assert all(page.parts[-1] == Paragraph("Mae’n parhau isod.", Tone.SUBTLE) for page in shown[:-1])
    assert "parhau" not in plain_text(shown[-1])


def test_a_card_that_fits_stays_as_it_is():
    card = Card("Your objectives", (Paragraph("One of them"),))
    assert pages(card) == (card,)


@pytest.mark.parametrize("parts", LONG.values(), ids=LONG)
def test_a_remark_at_the_end_is_no_page_of_its_own(parts):
    remark = Paragraph("Say a name for one person.", Tone.SUBTLE)
    for length in range(1, len(parts) + 1):
        shown = pages(Card("Your team", (*parts[:length], remark)))
        assert shown[-1].parts != (remark,)
        assert all(len(blocks(page)) <= MESSAGE.blocks for page in shown)


def test_a_question_is_not_torn_from_what_was_answered():
    asked = [
        part
        for name in NAMES
        for part in (Heading(name), Paragraph("What could be better?", Tone.SUBTLE), Paragraph(WHAT, Tone.QUOTE))
    ]
    for shift in range(3):
        for page in pages(Card("In their words", (*[Paragraph("So it is.")] * shift, *asked)))[:-1]:
            assert page.parts[-2] in (Paragraph(WHAT, Tone.QUOTE), Paragraph("So it is."))


def test_a_person_is_not_torn_from_their_button():
    for page in pages(Card("Your team", LONG["sixty people with a button each"])):
        assert not isinstance(page.parts[0], Actions)
        assert not isinstance(page.parts[-2], Heading)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(CARDS)
def test_every_word_is_on_one_of_the_pages_in_order(card: Card):
    card = replace(card, title="T")
    said = [page.parts if number == len(pages(card)) else page.parts[:-1] for number, page in _numbered(card)]
    whole = plain_text(Card("T", tuple(part for parts in said for part in parts)))
    assert whole.split("\n") == plain_text(card).split("\n")


def _numbered(card: Card):
    return enumerate(pages(card), start=1)
