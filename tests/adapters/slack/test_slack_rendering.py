"""Cards and forms as Block Kit: what people read, and Slack's limits under whatever is put into a card."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.slack.fields import TooLong, error_blocks, form_of, read_values
from bot.adapters.slack.render import action_name, blocks, home, message, view
from bot.adapters.slack.text import unescape
from bot.adapters.text import clean
from core.chat.card import (
    Action,
    Actions,
    Card,
    Chart,
    ChoiceInput,
    DateInput,
    Divider,
    Fact,
    Facts,
    Form,
    Heading,
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
from core.model.objective import Status
from tests.cards import CARDS, FORMS, KEYS, SHORT, TEXTS
from tests.slack_checks import check_message, check_view
from tests.slack_messages import Modal, SlackMessage, buttons

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def read(card: Card) -> str:
    return SlackMessage("D1", "1.1", "U1", "", blocks(card)).reads


def shown(form: Form) -> Modal:
    return Modal("V1", "h1", view(form), "T1")


# --- limits ---------------------------------------------------------------------------------------------------


@QUICK
@given(CARDS)
def test_no_card_breaks_a_limit_of_a_message(card: Card):
    check_message(message(card))


@QUICK
@given(CARDS)
def test_no_card_breaks_a_limit_of_the_home_tab(card: Card):
    check_view(home(card), home=True)


@QUICK
@given(FORMS)
def test_no_form_breaks_a_limit_of_a_modal(form: Form):
    check_view(view(form), home=False)


@QUICK
@given(CARDS)
def test_nothing_in_a_card_pings_anybody_or_becomes_a_link(card: Card):
    sent = message(card)
    drawn = SlackMessage("D1", "1.1", "U1", sent["text"], sent["blocks"])

    assert drawn.pings == []
    assert "mrkdwn" not in {text["type"] for text in _text_objects(sent["blocks"])}


@QUICK
@given(st.lists(st.builds(TextInput, KEYS, SHORT, value=TEXTS), max_size=8, unique_by=lambda part: part.key))
def test_a_form_sent_in_untouched_brings_every_value_back(inputs: list[TextInput]):
    form = Form("f", "s", "Form", tuple(inputs), "Send", "Cancel")
    sent = shown(form).payload()

    kept = {part.key: _as_slack_takes(part.value) for part in inputs}
    assert {key: _as_slack_takes(value) for key, value in read_values(sent).items()} == kept


def test_a_long_card_ends_with_where_the_rest_is_and_keeps_its_buttons():
    paragraphs = tuple(part for n in range(60) for part in (Heading(f"Objective {n}"), Divider()))
    remind = Actions((Action("remind", "Remind"),))
    drawn = blocks(Card("Team", (*paragraphs, remind)))

    assert len(drawn) == 50
    assert "There is more than fits" in drawn[-2]["elements"][0]["text"]
    assert drawn[-1]["elements"][0]["text"]["text"] == "Remind"


def test_a_long_card_says_so_in_the_readers_language():
    card = Card("Tîm", tuple(part for n in range(60) for part in (Heading(f"Amcan {n}"), Divider())), "cy")

    assert "Mae mwy nag y gall" in blocks(card)[-1]["elements"][0]["text"]


def test_neighbours_are_merged_before_anything_is_left_out():
    card = Card("Team", tuple(Paragraph(f"Line {n}") for n in range(120)))

    assert [f"Line {n}" in read(card) for n in range(120)] == [True] * 120


def test_a_button_for_each_of_many_people_is_kept():
    rows = tuple(
        part
        for n in range(40)
        for part in (Paragraph(f"Person {n}"), Actions((Action("remind", f"Remind {n}", str(n)),)), Divider())
    )
    labels = [button["text"]["text"] for _, button in buttons(blocks(Card("Overdue", rows)))]

    assert labels == [f"Remind {n}" for n in range(40)]


def test_what_no_button_or_form_can_carry_is_refused():
    with pytest.raises(TooLong):
        blocks(Card("Card", (Actions((Action("x" * 256, "Go"),)),)))
    with pytest.raises(TooLong):
        blocks(Card("Card", (Actions((Action("x", "Go", "v" * 2_001),)),)))
    with pytest.raises(TooLong):
        view(Form("f", "s" * 3_000, "Form", (), "Send", "Cancel"))


# --- what people read -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize(
    "said", ["<!channel> look", "R&D <b>bold</b> &amp;", "שלום 🎉 עולם", "*not* _bold_ `code`"]
)
def test_words_are_shown_as_they_were_written(said: str, tone: Tone):
    assert said in read(Card("Note", (Paragraph(said, tone),)))


@pytest.mark.parametrize("tone", list(Tone))
def test_a_long_text_is_shown_whole(tone: Tone):
    words = " ".join(f"word{n}" for n in range(650))
    assert len(words) > 5_000
    drawn = read(Card("Note", (Paragraph(words, tone),)))

    assert " ".join(drawn.split()).endswith(words)


def test_a_text_without_a_break_is_cut_between_characters():
    emoji = "👩‍👩‍👧" * 500
    drawn = blocks(Card("Note", (Paragraph(emoji),)))

    assert "".join(block["text"]["text"] for block in drawn[1:]) == emoji
    assert all(block["text"]["text"].startswith("👩") for block in drawn[1:])


def test_the_notification_says_the_card_in_plain_words_and_pings_nobody():
    sent = message(Card("Hello <!channel>", (Paragraph("x" * 5_000),)))

    assert sent["text"].startswith("Hello &lt;!channel&gt;\nxxx")
    assert len(sent["text"]) == 4_000
    assert sent["text"].endswith("…")


def test_an_escape_is_never_cut_in_half():
    text = message(Card("&" * 2_000))["text"]

    assert text.replace("&amp;", "") == "…"


def test_progress_is_squares_and_words_and_the_status_is_a_sign_and_a_word():
    bar = ProgressBar("Answer complaints faster", 62.0, "31 of 50, 62%", Status.AT_RISK, "at risk")

    assert read(Card("Check-in", (bar,))) == (
        "Check-in\nAnswer complaints faster\n■■■■■■□□□□ 31 of 50, 62%  ⚠️ at risk"
    )


@pytest.mark.parametrize(
    ("percent", "filled"), [(-5.0, 0), (0.0, 0), (4.0, 0), (6.0, 1), (100.0, 10), (140.0, 10), (1e308, 10)]
)
def test_progress_beyond_its_ends_fills_the_bar_no_further(percent: float, filled: int):
    squares = "■" * filled + "□" * (10 - filled)

    assert f"\n{squares} said" in read(Card("Check-in", (ProgressBar("Label", percent, "said"),)))


@pytest.mark.parametrize("percent", [None, float("nan"), float("inf")])
def test_progress_that_cannot_be_drawn_is_said(percent: float | None):
    assert read(Card("Check-in", (ProgressBar("Label", percent, "No value yet"),))).endswith("Label\nNo value yet")


TREE = Outline(
    (
        OutlineItem("Warm homes", strong=True),
        OutlineItem("Homes let in 24 days", 1, note="our team’s goal"),
        OutlineItem(
            "Turn homes around", 2, "19 days", percent=62.0, status=Status.AT_RISK, status_label="At risk"
        ),
        OutlineItem("Services that listen", strong=True),
    )
)


def test_an_outline_is_slacks_own_lists_each_as_deep_as_it_lies():
    (block,) = blocks(Card("", (TREE,)))
    assert [(each["indent"], len(each["elements"])) for each in block["elements"]] == [
        (0, 1),
        (1, 1),
        (2, 1),
        (0, 1),
    ]
    assert read(Card("", (TREE,))).splitlines() == [
        "Warm homes",
        "Homes let in 24 days – our team’s goal",
        "Turn homes around",
        "■■■■■■□□□□ 19 days  ⚠️ At risk",
        "Services that listen",
    ]


def test_a_long_outline_keeps_its_beginning():
    long = Outline(tuple(OutlineItem(f"Priority {n} {'words ' * 20}", n % 4) for n in range(200)))
    said = read(Card("Tree", (long,)))
    assert "Priority 0" in said
    assert "Priority 15" in said
    assert said.splitlines()[-1].startswith("There is more")


def test_facts_stand_below_one_another():
    facts = Facts((Fact("Target", "50"), Fact("", "by March")))

    assert read(Card("Objective", (facts,))).startswith("Objective\nTarget: 50\nby March")


def test_a_small_table_lines_up():
    table = Table(("Name", "State"), (("Amira Khan", "answered"), ("Bo", "overdue")))
    drawn = blocks(Card("Team", (table,)))

    assert drawn[1]["elements"][0]["type"] == "rich_text_preformatted"
    assert read(Card("Team", (table,))) == ("Team\nName        State\nAmira Khan  answered\nBo          overdue")


@pytest.mark.parametrize("name", ["Amira 🎉", "أميرة", "x" * 60])
def test_a_table_that_would_not_line_up_becomes_a_list(name: str):
    table = Table(("Name", "State", "Blocker"), ((name, "overdue", ""), ("Bo", "answered", "Leave")))

    assert read(Card("Team", (table,))) == (
        f"Team\n{name} – State: overdue\nBo – State: answered · Blocker: Leave\n"
    )


def test_a_chart_is_said_in_words():
    chart = Chart("c-1", "Completion", ("Mon",), (Series("Team", (80.0,)),), "Eight of ten have checked in.")

    assert read(Card("Team", (chart,))) == "Team\nCompletion: Eight of ten have checked in."


def test_a_title_too_long_for_a_heading_is_shown_whole():
    title = "A very long title " * 20

    assert read(Card(title)) == " ".join(title.split())


def test_what_a_person_wrote_is_marked_as_a_quotation():
    (_, quote) = blocks(Card("Note", (Paragraph("Leave\nnext week", Tone.QUOTE),)))

    assert quote["elements"] == [
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": "Leave\nnext week"}]}
    ]


def test_a_button_keeps_its_name_whatever_makes_its_id_unique():
    row = Actions((Action("checkin.open|form", "Fill in", "1"), Action("checkin.open|form", "Fill in", "2")))
    ids = [button["action_id"] for _, button in buttons(blocks(Card("Check-in", (row, row))))]

    assert len(set(ids)) == 4
    assert {action_name(action_id) for action_id in ids} == {"checkin.open|form"}


# --- forms ----------------------------------------------------------------------------------------------------


def element(part) -> dict:
    return view(Form("f", "s", "Form", (part,), "Send", "Cancel"))["blocks"][0]["element"]


@pytest.mark.parametrize(
    ("count", "compact", "kind"),
    [
        (2, False, "radio_buttons"),
        (5, False, "radio_buttons"),
        (6, False, "static_select"),
        (2, True, "static_select"),
    ],
)
def test_a_few_choices_are_buttons_and_more_a_list(count: int, compact: bool, kind: str):
    options = tuple(Option(str(n), f"Choice {n}") for n in range(count))

    assert element(ChoiceInput("key", "Label", options, compact=compact))["type"] == kind


def test_more_choices_than_a_list_holds_are_grouped():
    options = tuple(Option(str(n), f"Person {n}") for n in range(250))
    drawn = element(ChoiceInput("key", "Label", options, value="249"))

    assert [len(group["options"]) for group in drawn["option_groups"]] == [100, 100, 50]
    assert drawn["option_groups"][2]["label"]["text"] == "Person 200 – Person 249"
    assert drawn["initial_option"]["value"] == "249"


def test_a_form_is_filled_in_with_what_is_known():
    form = Form(
        "f",
        "s",
        "Form",
        (
            TextInput("text", "Text", value="62"),
            ChoiceInput("choice", "Choice", (Option("a", "A"), Option("b", "B")), value="b"),
            DateInput("date", "Date", value="2026-11-23"),
        ),
        "Send",
        "Cancel",
    )

    assert read_values(shown(form).payload()) == {"text": "62", "choice": "b", "date": "2026-11-23"}


def test_an_answer_too_long_for_one_field_comes_back_whole():
    answer = "".join(f"line {n}\n" for n in range(700))
    form = Form("f", "s", "Form", (TextInput("note", "Note", value=answer, multiline=True),), "Send", "Cancel")
    drawn = shown(form)

    assert drawn.labels == ["Note (1/3)", "Note (2/3)", "Note (3/3)"]
    assert read_values(drawn.payload()) == {"note": answer}


def test_a_text_longer_than_its_field_allows_is_shown_for_the_person_to_shorten():
    part = TextInput("title", "Title", value="x" * 300, max_length=200)
    (field,) = view(Form("f", "s", "Form", (part,), "Send", "Cancel"))["blocks"]

    assert (field["element"]["initial_value"], field["element"]["max_length"]) == ("x" * 300, 300)


def test_a_key_too_long_for_an_id_comes_back_whole():
    key = "progress@" + "x" * 300
    drawn = shown(Form("f", "s", "Form", (TextInput(key, "Label", value="1"),), "Send", "Cancel"))

    assert read_values(drawn.payload()) == {key: "1"}
    assert error_blocks(drawn.payload(), {key: "Wrong"}) == {drawn.blocks[0]["block_id"]: "Wrong"}


def test_typed_text_is_read_whether_or_not_slack_escapes_it():
    drawn = shown(Form("f", "s", "Form", (TextInput("note", "Note"),), "Send", "Cancel"))
    for sent in ("R&D <b>", "R&amp;D &lt;b&gt;"):
        drawn.fill(drawn.input("note"), sent)
        assert read_values(drawn.payload()) == {"note": "R&D <b>"}


def test_a_state_without_inputs_is_no_value():
    sent = shown(Form("f", "s", "Form", (Paragraph("Read this"),), "Send", "Cancel")).payload()

    assert read_values(sent | {"state": {"values": []}}) == {}
    assert error_blocks(sent, {"x": "Wrong"}) == {}


def test_a_form_remembers_which_it_is():
    drawn = view(Form("check_in", "c-1", "Gwirio", (), "Anfon", "Canslo", language="cy"))
    identity = form_of(drawn)

    assert (identity.name, identity.subject, identity.language) == ("check_in", "c-1", "cy")


def test_a_title_too_long_for_a_modal_is_shown_whole_within():
    drawn = shown(Form("f", "s", "Weekly check-in of 23 November", (Paragraph("x"),), "Send", "Cancel"))

    assert drawn.title == "Weekly check-in of 23 N…"
    assert drawn.reads.startswith("Weekly check-in of 23 November\n")


def test_every_input_of_a_form_that_saves_drafts_tells_of_each_change():
    parts = (
        TextInput("a", "A"),
        TextInput("b", "B", multiline=True),
        ChoiceInput("c", "C", (Option("x", "X"),)),
        DateInput("d", "D"),
    )
    drawn = view(Form("f", "s", "Form", parts, "Send", "Cancel", saves_drafts=True))["blocks"]

    assert all(block["dispatch_action"] for block in drawn)
    assert all("on_character_entered" in json.dumps(block["element"]) for block in drawn[:2])


def test_an_error_stands_below_its_input():
    drawn = view(Form("f", "s", "Form", (TextInput("a", "A", error="A number, please"),), "Send", "Cancel"))

    assert drawn["blocks"][1]["elements"][0]["text"] == "⚠️ A number, please"


def _text_objects(value):
    if isinstance(value, dict):
        if "text" in value and isinstance(value["text"], str):
            yield value
        for each in value.values():
            yield from _text_objects(each)
    elif isinstance(value, list):
        for each in value:
            yield from _text_objects(each)


def _as_slack_takes(text: str) -> str:
    return unescape(clean(text))
