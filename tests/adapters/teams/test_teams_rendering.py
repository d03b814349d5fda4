"""Cards and forms as Adaptive Cards: what people read, and Teams' limits under whatever is put into a card."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from bot.adapters.teams.elements import Element, escape
from bot.adapters.teams.fields import read_values
from bot.adapters.teams.render import card as rendered
from bot.adapters.teams.render import form as rendered_form
from bot.adapters.teams.render import summary
from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
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
from tests.cards import CARDS, FORMS, TEXTS
from tests.teams_checks import check_card, elements, words

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
HOSTILE = "<!channel> <b>x</b> *stars* _lines_ [links](https://x.example) `code` &lt; ~~gone~~"
CHART = Chart("c" * 20, "Completion", ("Mon",), (Series("Team", (80.0,)),), "Eight of ten have checked in.")


def body(*parts) -> list[dict]:
    return rendered(Card("", parts))["body"]


def asked(*parts, **more) -> dict:
    return rendered_form(Form("check_in", "c-1", "Check-in", parts, "Send", "Cancel", **more))


def the(kind: str, card: dict | list) -> dict:
    (found,) = [element for element in elements(card) if element["type"] == kind]
    return found


# --- limits ---------------------------------------------------------------------------------------------------


@QUICK
@given(CARDS)
def test_every_card_is_valid_and_within_what_teams_takes(card: Card):
    check_card(rendered(card))
    check_card(rendered(card, lambda chart: f"https://milepost.example/pictures/{len(chart.id)}.png"))
    assert 0 < len(summary(card)) <= 500


@QUICK
@given(FORMS)
def test_every_form_is_valid_and_within_what_teams_takes(form: Form):
    drawn = rendered_form(form)

    check_card(drawn)
    submit = drawn["body"][-1]["actions"][0]["data"]["milepost"]
    assert submit["keys"] == [element["id"] for element in elements(drawn) if "id" in element]


@QUICK
@given(TEXTS)
def test_markdown_finds_nothing_in_what_is_escaped(text: str):
    bare = re.sub(r"\\.", "", escape(text))

    assert not re.search(r"[*_`~\[\]<>|]|&#?\w+;", bare)
    assert not re.match(r"([-+]|#+|\d+[.)])\s", bare)


def test_a_long_card_ends_with_where_the_rest_is_and_keeps_its_buttons():
    lines = tuple(Paragraph(f"Objective {n}: {'words ' * 40}") for n in range(150))
    drawn = rendered(Card("Team", (*lines, Actions((Action("remind", "Remind"),)))))

    check_card(drawn)
    said = words(drawn).split("\n")
    assert said[1].startswith("Objective 0")
    assert said[-2].startswith("There is more than fits in one message.")
    assert said[-1] == "[Remind]"


def test_a_long_table_keeps_as_many_rows_as_fit_and_says_so():
    rows = tuple((f"Person {n}", "off track " * 20) for n in range(300))
    drawn = rendered(Card("Tîm", (Table(("Name", "State"), rows),), "cy"))

    check_card(drawn)
    assert len(the("Table", drawn)["rows"]) > 50
    assert words(drawn).split("\n")[-1].startswith("Mae mwy nag sy’n ffitio")


def test_a_button_for_each_of_many_people_stays_beside_its_person():
    rows = tuple(
        part
        for n in range(30)
        for part in (Paragraph(f"Person {n}"), Actions((Action("remind", f"Remind {n}", str(n)),)))
    )
    said = words(rendered(Card("Overdue", rows))).split("\n")

    assert said == ["Overdue", *(line for n in range(30) for line in (f"Person {n}", f"[Remind {n}]"))]


def test_a_form_too_large_asks_its_first_part_and_leaves_the_rest_for_the_next():
    parts = tuple(TextInput(f"note-{n}", f"Note {n}", value="é" * 1_500) for n in range(20))
    drawn = asked(*parts)

    check_card(drawn)
    keys = drawn["body"][-1]["actions"][0]["data"]["milepost"]["keys"]
    assert keys == [f"note-{n}" for n in range(len(keys))]
    assert 4 < len(keys) < 20
    assert words(drawn).split("\n")[-2] == "The rest follows once you have sent this part."


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


def test_an_outline_is_pushed_in_as_deep_as_it_lies():
    drawn = body(TREE)
    assert [each["columns"][0]["width"] if "columns" in each else "" for each in drawn] == ["", "18px", "36px", ""]
    assert words(rendered(Card("", (TREE,)))).split("\n") == [
        "Warm homes",
        "•",
        "Homes let in 24 days – our team’s goal",
        "•",
        "Turn homes around",
        "■■■■■■□□□□ 19 days  ⚠️ At risk",
        "Services that listen",
    ]


# --- what people read -----------------------------------------------------------------------------------------


def test_words_are_shown_as_they_were_written_wherever_they_stand():
    card = Card(
        HOSTILE,
        (
            Heading(HOSTILE),
            *(Paragraph(HOSTILE, tone) for tone in Tone if tone is not Tone.WARNING),
            Facts((Fact(HOSTILE, HOSTILE),)),
            ProgressBar(HOSTILE, 50.0, HOSTILE),
            Table((HOSTILE,), ((HOSTILE,),)),
        ),
    )
    said = words(rendered(card)).split("\n")

    assert set(said) == {HOSTILE, f"{HOSTILE}: {HOSTILE}", "■■■■■□□□□□  "}
    marked = [element["text"] for element in elements(rendered(card)) if element["type"] == "TextBlock"]
    assert all(text == escape(HOSTILE) for text in marked)


def test_a_button_sends_its_name_and_value_and_no_inputs():
    (row,) = body(Actions((Action("checkin.open_form", "Fill in", "c-1", ActionStyle.PRIMARY),)))

    assert row["actions"] == [
        {
            "type": "Action.Submit",
            "title": "Fill in",
            "data": {"milepost": {"kind": "action", "name": "checkin.open_form", "value": "c-1"}},
            "style": "positive",
            "associatedInputs": "none",
        }
    ]


def test_more_buttons_than_teams_shows_in_a_row_go_into_the_next():
    rows = body(Actions(tuple(Action("pick", f"Choice {n}", str(n)) for n in range(8))))

    assert [len(row["actions"]) for row in rows] == [6, 2]


def test_progress_is_squares_and_words_and_the_status_is_a_sign_and_a_word():
    bar = ProgressBar("Answer complaints faster", 62.0, "31 of 50, 62%", Status.AT_RISK, "at risk")

    assert words(body(bar)) == "Answer complaints faster\n■■■■■■□□□□  ⚠️ at risk\n31 of 50, 62%"


@pytest.mark.parametrize("status", Status)
def test_no_words_stand_in_a_colour_that_is_too_pale_to_read(status: Status):
    bar = ProgressBar("Answer complaints faster", 62.0, "31 of 50, 62%", status, status.value)
    shown = body(bar, Paragraph("The window has closed.", Tone.WARNING))

    assert {element.get("color", "default") for element in elements(shown)} == {"default", "accent"}


@pytest.mark.parametrize(
    ("percent", "filled"), [(-5.0, 0), (0.0, 0), (4.0, 0), (6.0, 1), (100.0, 10), (140.0, 10), (1e308, 10)]
)
def test_progress_beyond_its_ends_fills_the_bar_no_further(percent: float, filled: int):
    assert "■" * filled + "□" * (10 - filled) in words(body(ProgressBar("Label", percent, "said")))


@pytest.mark.parametrize("percent", [None, float("nan"), float("inf")])
def test_progress_that_cannot_be_drawn_is_said(percent: float | None):
    assert words(body(ProgressBar("Label", percent, "No value yet"))) == "Label\nNo value yet"


def test_a_table_has_a_header_and_a_cell_for_each_column():
    table = the("Table", body(Table(("Name", "State"), (("Amira Khan", "answered"), ("Bo", "")))))

    assert table["firstRowAsHeader"]
    assert words([table]) == "Name | State\nAmira Khan | answered\nBo | "


def test_a_table_too_wide_for_a_telephone_becomes_a_list_of_facts():
    header = ("Name", "Mon", "Tue", "Wed", "Thu", "Fri")
    shown = body(Table(header, (("Amira", "1", "2", "", "4", "5"),)))

    assert words(shown) == "Amira\nMon: 1\nTue: 2\nThu: 4\nFri: 5"


def test_a_chart_is_a_picture_with_its_message_as_alternative_text():
    drawn = rendered(Card("Team", (CHART,)), lambda chart: f"https://milepost.example/pictures/{chart.id}.png")

    image = the("Image", drawn)
    assert image["url"] == f"https://milepost.example/pictures/{'c' * 20}.png"
    assert image["altText"] == "Eight of ten have checked in."


def test_a_chart_that_clients_cannot_fetch_is_said_in_words():
    assert words(body(CHART)) == "Completion: Eight of ten have checked in."


def test_a_divider_is_a_line_above_what_follows():
    first, second = body(Paragraph("One"), Divider(), Paragraph("Two"))

    assert "separator" not in first
    assert second["separator"]


def test_the_language_is_that_of_the_card():
    assert rendered(Card("Helo", (), "cy"))["lang"] == "cy"
    assert asked(TextInput("note", "Nodyn"), language="cy")["lang"] == "cy"


def test_clients_without_cards_and_notifications_get_the_words():
    card = Card("Check-in", (Paragraph("How is it going?"), Paragraph("x" * 600)))

    assert summary(card).startswith("Check-in\nHow is it going?\nxxx")
    assert summary(card).endswith("…")
    assert rendered(card)["fallbackText"] == summary(card)


def test_an_empty_card_is_still_a_message():
    check_card(rendered(Card("")))
    assert summary(Card("")) == "–"


# --- forms ----------------------------------------------------------------------------------------------------


def test_a_form_carries_its_name_subject_and_keys_and_can_be_closed():
    drawn = asked(TextInput("progress@1", "Progress"), DateInput("by", "By when"), language="cy")
    submit, cancel = drawn["body"][-1]["actions"]

    identity = {"name": "check_in", "subject": "c-1", "language": "cy"}
    assert submit["data"] == {"milepost": {"kind": "form", "keys": ["progress@1", "by"], **identity}}
    assert (submit["title"], submit["style"]) == ("Send", "positive")
    assert cancel["data"] == {"milepost": {"kind": "cancel", **identity}}
    assert cancel["associatedInputs"] == "none"


def test_a_form_is_filled_in_with_what_is_known():
    drawn = asked(
        TextInput("text", "Text", value="62", multiline=True),
        ChoiceInput("choice", "Choice", (Option("a", "A"), Option("b", "B")), value="b"),
        DateInput("date", "Date", value="2026-11-23"),
    )

    assert {element["id"]: element["value"] for element in drawn["body"] if "id" in element} == {
        "text": "62",
        "choice": "b",
        "date": "2026-11-23",
    }
    assert the("Input.Text", drawn)["isMultiline"]


def test_an_error_stands_at_its_input():
    drawn = asked(TextInput("one", "One"), TextInput("two", "Two", value="banana", error="A number, please"))

    assert words(drawn).split("\n")[1:4] == ["One", "⚠️ A number, please", "Two"]
    assert next(element for element in drawn["body"] if element.get("id") == "two")["value"] == "banana"


def test_what_must_be_filled_in_says_so_in_the_readers_language():
    field = the("Input.Text", asked(TextInput("note", "Nodyn", required=True), language="cy"))

    assert field["isRequired"]
    assert field["errorMessage"] == "Llenwch hwn, os gwelwch yn dda."


@pytest.mark.parametrize(
    ("count", "compact", "style"),
    [(2, False, "expanded"), (3, False, "expanded"), (4, False, "compact"), (2, True, "compact")],
)
def test_a_few_choices_are_shown_and_more_are_a_list(count: int, compact: bool, style: str):
    options = tuple(Option(str(n), f"Choice *{n}*") for n in range(count))
    choices = the("Input.ChoiceSet", asked(ChoiceInput("key", "Label", options, compact=compact)))

    assert choices["style"] == style
    assert choices["choices"][0]["title"] == ("Choice *0*" if style == "compact" else r"Choice \*0\*")


def test_a_date_that_is_none_is_left_empty():
    assert "value" not in the("Input.Date", asked(DateInput("by", "By when", value="2026-02-30")))


def test_a_text_longer_than_its_field_allows_is_shown_for_the_person_to_shorten():
    field = the("Input.Text", asked(TextInput("title", "Title", value="x" * 300, max_length=200)))

    assert (len(field["value"]), field["maxLength"]) == (300, 300)


def test_what_teams_leaves_out_of_a_form_is_empty():
    sent = json.loads('{"note": "Fine", "by": null, "elsewhere": "x"}')

    assert read_values(sent, ["note", "by", "choice"]) == {"note": "Fine", "by": "", "choice": ""}


def test_a_form_may_hold_anything_that_a_card_may():
    form = Form("f", "s", "Form", (Heading("Objective"), CHART, Divider(), TextInput("n", "N")), "Send", "Cancel")
    check_card(rendered_form(form))
    check_card(rendered_form(replace(form, parts=())))


# --- charts -----------------------------------------------------------------------------------


def chart(*series: Series, labels: tuple[str, ...] = ("9 Nov", "16 Nov")) -> Chart:
    return Chart("c" * 20, "Completion", labels, series, "From 80 to 90 per cent.")


def charts_in(drawn: Element) -> list[Element]:
    return [element for element in drawn["body"] if element["type"].startswith("Chart.")]


def test_weeks_are_drawn_by_teams_itself_with_the_picture_for_other_clients_and_words_for_everyone():
    shown = Card("Team", (chart(Series("Team", (80.0, 90.0)), Series("Council", (70.0, 71.5))),))
    drawn = rendered(shown, lambda each: f"https://milepost.example/{each.id}.png")
    check_card(drawn)

    (bars,) = charts_in(drawn)
    assert bars["type"] == "Chart.VerticalBar.Grouped"
    assert bars["data"][1] == {
        "legend": "Council",
        "values": [{"x": "9 Nov", "y": 70.0}, {"x": "16 Nov", "y": 71.5}],
    }
    assert bars["fallback"]["altText"] == "From 80 to 90 per cent."
    assert words(drawn).endswith("Completion: From 80 to 90 per cent.")


def test_one_moment_is_drawn_as_a_bar_each_also_where_no_picture_can_be_reached():
    drawn = rendered(
        Card("Team", (chart(Series("Team", (80.0,)), Series("Council", (70.0,)), labels=("9 Nov",)),))
    )
    check_card(drawn)

    (bars,) = charts_in(drawn)
    assert (bars["type"], bars["fallback"]) == ("Chart.VerticalBar", "drop")
    assert bars["data"] == [{"x": "Team", "y": 80.0}, {"x": "Council", "y": 70.0}]


@pytest.mark.parametrize(
    "series",
    [(), (Series("Team", (80.0, None)),), (Series("Team", (float("nan"), 1.0)),), (Series("Team", (1.0,)),)],
)
def test_a_chart_that_teams_would_draw_wrongly_is_a_picture(series: tuple[Series, ...]):
    drawn = rendered(Card("Team", (chart(*series),)), lambda each: "https://milepost.example/x.png")
    check_card(drawn)

    assert [element["type"] for element in drawn["body"]] == ["TextBlock", "Image"]


def test_cards_take_the_width_they_are_given():
    assert rendered(Card("Team"))["msteams"] == {"width": "Full"}
