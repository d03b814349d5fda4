"""Shortcuts, the entries of a message's menu, and choices that are looked up."""

from bot.adapters.slack.inbound import SlackInbound
from core.chat.card import ChoiceInput, Form, Option
from core.chat.effect import Offer, OpenForm
from core.chat.event import CommandInvoked, FormSubmitted, MessageChosen, OptionsAsked
from tests.desk import Desk
from tests.slack_api import SlackWorkspace
from tests.slack_people import SlackUser

_WHO = ChoiceInput("who", "Colleague", (), source="people")


async def test_a_shortcut_is_the_command_it_stands_for(amira: SlackUser, desk: Desk):
    await amira.uses_shortcut("start_check_in")
    await amira.uses_shortcut("give_feedback")
    first, second = desk.events
    assert isinstance(first, CommandInvoked)
    assert isinstance(second, CommandInvoked)
    assert (first.text, second.text) == ("checkin", "feedback")
    assert first.origin.private


async def test_a_shortcut_opens_a_form_in_its_own_window(amira: SlackUser, slack: SlackWorkspace, desk: Desk):
    desk.answer("command", OpenForm(Form("f", "s", "A form", (_WHO,), "Send", "Close")))
    await amira.uses_shortcut("start_check_in")
    assert slack.modal(amira).title == "A form"


async def test_an_entry_of_a_messages_menu_brings_the_message_and_who_wrote_it(
    amira: SlackUser, slack: SlackWorkspace, desk: Desk
):
    ben = slack.add("Ben Lloyd")
    await amira.uses_message_shortcut("recognise_message", ben, "Moved <em> & 40 files\nin a day", "C0TEAM")
    await amira.uses_message_shortcut("add_evidence", ben, "Done", "C0TEAM")
    first, second = desk.events
    assert isinstance(first, MessageChosen)
    assert isinstance(second, MessageChosen)
    assert (first.name, first.author, first.text) == ("recognise", ben.id, "Moved <em> & 40 files\nin a day")
    assert first.link == "https://council.slack.com/archives/C0TEAM/p1764000000000100"
    assert first.origin.private
    assert first.origin.shared
    assert second.name == "evidence"


async def test_a_choice_is_looked_up_by_what_is_typed_and_comes_back_by_its_value(
    amira: SlackUser, inbound: SlackInbound, slack: SlackWorkspace, desk: Desk
):
    desk.answer("command", OpenForm(Form("f", "s", "A form", (_WHO,), "Send", "Close")))
    await amira.uses_shortcut("start_check_in")
    desk.answer("options", Offer((Option("7|Ben Lloyd", "Ben Lloyd (Planner)"),)))
    assert await amira.looks_up("Colleague", "ben") == ["Ben Lloyd (Planner)"]
    asked = desk.worked_on[-1]
    assert isinstance(asked, OptionsAsked)
    assert (asked.source, asked.typed) == ("people", "ben")
    await amira.submits({"Colleague": "Ben Lloyd (Planner)"})
    sent = desk.events[-1]
    assert isinstance(sent, FormSubmitted)
    assert sent.values == {"who": "7|Ben Lloyd"}


async def test_more_than_a_hundred_fits_are_offered_as_the_first_hundred(amira: SlackUser, desk: Desk):
    desk.answer("command", OpenForm(Form("f", "s", "A form", (_WHO,), "Send", "Close")))
    await amira.uses_shortcut("start_check_in")
    desk.answer("options", Offer(tuple(Option(f"{n}|x", f"Colleague {n}") for n in range(140))))
    assert len(await amira.looks_up("Colleague", "")) == 100


async def test_a_choice_that_stays_open_shows_what_was_chosen(amira: SlackUser, slack: SlackWorkspace, desk: Desk):
    chosen = ChoiceInput("who", "Colleague", (Option("7|Ben", "Ben"),), value="7|Ben", source="people")
    desk.answer("command", OpenForm(Form("f", "s", "A form", (chosen,), "Send", "Close")))
    await amira.uses_shortcut("start_check_in")
    assert slack.modal(amira).value("Colleague") == "7|Ben"
