"""What Slack's Web API refuses: wrong arguments, and blocks and views over their published limits.

Docs: each method's page, "Block Kit", "Views". slack_sdk's models check most limits; the rest is checked here.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block as SdkBlock
from slack_sdk.models.views import View as SdkView

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_CHARACTERS = 13_200
"""Together, as JSON; not published, but `msg_blocks_too_long` from about here on."""

METHODS: dict[str, tuple[set[str], set[str]]] = {
    "apps.connections.open": (set(), set()),
    "auth.test": (set(), set()),
    "chat.postMessage": (
        {"channel"},
        {"text", "blocks", "thread_ts", "metadata", "unfurl_links", "unfurl_media", "reply_broadcast", "mrkdwn"},
    ),
    "chat.postEphemeral": ({"channel", "user"}, {"text", "blocks", "thread_ts"}),
    "chat.update": ({"channel", "ts"}, {"text", "blocks", "metadata"}),
    "conversations.open": (set(), {"users", "channel", "return_im"}),
    "conversations.history": (
        {"channel"},
        {"oldest", "latest", "inclusive", "limit", "cursor", "include_all_metadata"},
    ),
    "files.info": ({"file"}, set()),
    "files.getUploadURLExternal": ({"filename", "length"}, {"alt_txt", "snippet_type"}),
    "files.completeUploadExternal": ({"files"}, {"channel_id", "thread_ts", "initial_comment"}),
    "oauth.v2.access": (set(), {"code", "redirect_uri", "grant_type", "refresh_token"}),
    "users.info": ({"user"}, {"include_locale"}),
    "users.lookupByEmail": ({"email"}, set()),
    "views.open": ({"trigger_id", "view"}, set()),
    "views.push": ({"trigger_id", "view"}, set()),
    "views.update": ({"view"}, {"view_id", "external_id", "hash"}),
    "views.publish": ({"user_id", "view"}, {"hash"}),
}
"""The required and the optional arguments of each method that is played here."""

_BLOCK_KEYS = {
    "header": {"text"},
    "section": {"text", "fields", "accessory", "expand"},
    "context": {"elements"},
    "divider": set[str](),
    "actions": {"elements"},
    "input": {"label", "element", "hint", "optional", "dispatch_action"},
    "rich_text": {"elements"},
}
_ELEMENT_KEYS = {
    "button": {"text", "action_id", "value", "style", "accessibility_label"},
    "plain_text_input": {
        *("action_id", "initial_value", "multiline", "min_length", "max_length"),
        *("placeholder", "dispatch_action_config", "focus_on_load"),
    },
    "radio_buttons": {"action_id", "options", "initial_option", "focus_on_load"},
    "static_select": {
        *("action_id", "options", "option_groups", "initial_option", "placeholder", "focus_on_load"),
    },
    "external_select": {"action_id", "initial_option", "min_query_length", "placeholder", "focus_on_load"},
    "datepicker": {"action_id", "initial_date", "placeholder", "focus_on_load"},
}
_VIEW_KEYS = {
    "modal": {
        *("title", "submit", "close", "blocks", "private_metadata", "callback_id"),
        *("clear_on_close", "notify_on_close", "external_id"),
    },
    "home": {"blocks", "private_metadata", "callback_id", "external_id"},
}
_RICH_TEXT_PARTS = ("rich_text_section", "rich_text_quote", "rich_text_preformatted")


class Invalid(Exception):
    """Slack would refuse this; `error` is its error code, the rest says why."""

    def __init__(self, error: str, why: str) -> None:
        super().__init__(f"{error}: {why}")
        self.error = error
        self.why = why


def check_arguments(method: str, arguments: Mapping[str, Any]) -> None:
    """Refuse missing and unknown arguments, and whatever their content breaks."""
    required, optional = METHODS[method]
    missing = required - arguments.keys()
    unknown = arguments.keys() - required - optional
    if missing or unknown:
        raise Invalid("invalid_arguments", f"missing {sorted(missing)}, unknown {sorted(unknown)}")
    if method in ("chat.postMessage", "chat.postEphemeral", "chat.update"):
        check_message(arguments)
        _check_metadata(arguments)
    if method == "files.completeUploadExternal":
        files = arguments["files"]
        _require(bool(files) and all(each.get("id") for each in files), "invalid_arguments", "files without an id")
        _require(all(each.keys() <= {"id", "title"} for each in files), "invalid_arguments", "keys of a file")
    if method == "conversations.history":
        _require(0 < int(arguments.get("limit", 100)) <= 999, "invalid_limit", "1 to 999 messages a page")
    if method == "users.lookupByEmail":
        _require("@" in arguments["email"], "invalid_arguments", "no email address")
    if method == "views.update":
        _require("view_id" in arguments or "external_id" in arguments, "invalid_arguments", "which view")
    if method == "oauth.v2.access":
        needed = "refresh_token" if arguments.get("grant_type") == "refresh_token" else "code"
        _require(bool(arguments.get(needed)), "invalid_arguments", f"no {needed}")
    if "view" in arguments:
        check_view(arguments["view"], home=method == "views.publish")


def _check_metadata(message: Mapping[str, Any]) -> None:
    """Docs: "Message metadata": a type and a payload of plain values, and nothing else."""
    metadata = message.get("metadata")
    if metadata is not None:
        _require(metadata.keys() == {"event_type", "event_payload"}, "invalid_metadata_format", "keys of metadata")
        plain = (str, int, float, bool)
        is_plain = all(isinstance(value, plain) for value in metadata["event_payload"].values())
        _require(is_plain, "invalid_metadata_schema", "a value of metadata")


def check_message(message: Mapping[str, Any]) -> None:
    """A message's text and blocks."""
    text = message.get("text", "")
    _require(bool(text.strip()), "no_text", "the top-level text is what notifications and screen readers get")
    _require(_length(text) <= 40_000, "msg_too_long", f"{_length(text)} characters of text")
    blocks = message.get("blocks", [])
    check_blocks(blocks, MESSAGE_BLOCKS)
    size = len(json.dumps(blocks, ensure_ascii=False))
    _require(size <= MESSAGE_CHARACTERS, "msg_blocks_too_long", f"{size} characters of blocks")


def check_view(view: Mapping[str, Any], *, home: bool) -> None:
    """A modal or a Home tab."""
    _require(view.get("type") == ("home" if home else "modal"), "invalid_arguments", "type of the view")
    unknown = view.keys() - _VIEW_KEYS[view["type"]] - {"type"}
    _require(not unknown, "invalid_arguments", f"unknown in a view: {sorted(unknown)}")
    _require(bool(view.get("blocks")), "invalid_arguments", "a view needs blocks")
    _require(_length(view.get("private_metadata", "")) <= 3_000, "invalid_arguments", "private_metadata")
    for name in ("callback_id", "external_id"):
        _require(len(view.get(name, "")) <= 255, "invalid_arguments", name)
    check_blocks(view["blocks"], VIEW_BLOCKS)
    if not home:
        _text(view.get("title"), 24, "plain_text")
        for button in ("submit", "close"):
            if button in view:
                _text(view[button], 24, "plain_text")
        has_inputs = any(block["type"] == "input" for block in view["blocks"])
        _require("submit" in view or not has_inputs, "invalid_arguments", "inputs need a submit button")
    _by_the_sdk(lambda: SdkView(**view).to_dict())


def check_blocks(blocks: Sequence[Mapping[str, Any]], most: int) -> None:
    """Blocks of a message or a view."""
    _require(isinstance(blocks, list) and len(blocks) <= most, "invalid_blocks", f"{len(blocks)} blocks")
    for block in blocks:
        _block(block)
    _unique([block["block_id"] for block in blocks if "block_id" in block], "block_id")
    _unique([element["action_id"] for block in blocks for element in _interactive(block)], "action_id")
    for block in blocks:
        _by_the_sdk(lambda block=block: SdkBlock.parse(dict(block)).to_dict())


def _block(block: Mapping[str, Any]) -> None:
    kind = block.get("type")
    _require(kind in _BLOCK_KEYS, "invalid_blocks", f"unknown block {kind}")
    unknown = block.keys() - _BLOCK_KEYS[kind] - {"type", "block_id"}
    _require(not unknown, "invalid_blocks", f"unknown in {kind}: {sorted(unknown)}")
    _require(0 < len(block.get("block_id", "x")) <= 255, "invalid_blocks", "block_id")
    match kind:
        case "header":
            _text(block.get("text"), 150, "plain_text")
        case "section":
            _require("text" in block or "fields" in block, "invalid_blocks", "an empty section")
            _text(block.get("text"), 3_000) if "text" in block else None
            for each in block.get("fields", []):
                _text(each, 2_000)
        case "context":
            _require(0 < len(block["elements"]) <= 10, "invalid_blocks", "elements of a context")
            for each in block["elements"]:
                _text(each, 2_000)
        case "actions":
            _require(0 < len(block["elements"]) <= 25, "invalid_blocks", "elements of actions")
            for each in block["elements"]:
                _element(each)
        case "input":
            _text(block.get("label"), 2_000, "plain_text")
            if "hint" in block:
                _text(block["hint"], 2_000, "plain_text")
            _element(block["element"])
        case "rich_text":
            _rich_text(block)
        case _:
            pass


def _element(element: Mapping[str, Any]) -> None:
    kind = element.get("type")
    _require(kind in _ELEMENT_KEYS, "invalid_blocks", f"unknown element {kind}")
    unknown = element.keys() - _ELEMENT_KEYS[kind] - {"type"}
    _require(not unknown, "invalid_blocks", f"unknown in {kind}: {sorted(unknown)}")
    _require(0 < len(element.get("action_id", "")) <= 255, "invalid_blocks", "action_id")
    if "placeholder" in element:
        _text(element["placeholder"], 150, "plain_text")
    match kind:
        case "button":
            _text(element.get("text"), 75, "plain_text")
            _require(0 < len(element.get("value", "x")) <= 2_000, "invalid_blocks", "value of a button")
            _require(element.get("style", "primary") in ("primary", "danger"), "invalid_blocks", "style")
        case "plain_text_input":
            most = element.get("max_length", 3_000)
            _require(0 < most <= 3_000, "invalid_blocks", "max_length")
            _require(_length(element.get("initial_value", "")) <= most, "invalid_blocks", "initial_value")
            triggers = element.get("dispatch_action_config", {}).get("trigger_actions_on", [])
            known = {"on_enter_pressed", "on_character_entered"}
            _require(set(triggers) <= known, "invalid_blocks", "trigger_actions_on")
        case "radio_buttons":
            _options(element, element.get("options", []), 10)
        case "static_select":
            groups = element.get("option_groups")
            for each in groups or [element]:
                _options(element, each.get("options", []), 100, all_options=options_of(element))
            for each in groups or []:
                _text(each["label"], 75, "plain_text")
        case "external_select":
            _require(element.get("min_query_length", 3) >= 0, "invalid_blocks", "min_query_length")
            if "initial_option" in element:
                check_options([element["initial_option"]])
        case _:
            date = element.get("initial_date", "2026-01-01")
            _require(re.fullmatch(r"\d{4}-\d\d-\d\d", date) is not None, "invalid_blocks", "initial_date")


def check_options(options: Sequence[Mapping[str, Any]]) -> None:
    """What is offered in a choice that is looked up (docs "Options load URL"); it may be nothing."""
    if options:
        _options({}, options, 100)


def _options(
    element: Mapping[str, Any],
    options: Sequence[Mapping[str, Any]],
    most: int,
    all_options: Sequence[Mapping[str, Any]] | None = None,
) -> None:
    _require(0 < len(options) <= most, "invalid_blocks", f"{len(options)} options")
    for each in options:
        _text(each["text"], 75, "plain_text")
        _require(0 < len(each["value"]) <= 150, "invalid_blocks", "value of an option")
        _require(each.keys() <= {"text", "value", "description"}, "invalid_blocks", "keys of an option")
    if "initial_option" in element:
        _require(element["initial_option"] in (all_options or options), "invalid_blocks", "initial_option")


def _rich_text(block: Mapping[str, Any]) -> None:
    _require(bool(block["elements"]), "invalid_blocks", "empty rich text")
    for part in _without_lists(block["elements"]):
        _require(part["type"] in _RICH_TEXT_PARTS and bool(part["elements"]), "invalid_blocks", "rich text")
        for each in part["elements"]:
            is_link = each["type"] == "link"
            _require(
                each["type"] in ("text", "link") and bool(each["text"]), "invalid_blocks", "text of rich text"
            )
            known = {"type", "text", "style"} | ({"url"} if is_link else set())
            _require(each.keys() <= known, "invalid_blocks", "keys of rich text")
            _require(not is_link or bool(each["url"]), "invalid_blocks", "a link that leads nowhere")


def _without_lists(parts: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The parts, with the sections of lists in place of the lists, whose own keys are checked."""
    for part in parts:
        if part["type"] != "rich_text_list":
            yield part
            continue
        _require(part.keys() == {"type", "style", "indent", "elements"}, "invalid_blocks", "keys of a list")
        _require(part["style"] in ("bullet", "ordered"), "invalid_blocks", "style of a list")
        _require(0 <= part["indent"] <= 8, "invalid_blocks", "indent of a list")
        _require(bool(part["elements"]), "invalid_blocks", "an empty list")
        for section in part["elements"]:
            _require(section["type"] == "rich_text_section", "invalid_blocks", "a list holds sections")
            yield section


def _text(text: Any, most: int, kind: str | None = None) -> None:
    _require(isinstance(text, Mapping), "invalid_blocks", "a text object is missing")
    _require(text["type"] in ("plain_text", "mrkdwn"), "invalid_blocks", "type of a text")
    _require(kind is None or text["type"] == kind, "invalid_blocks", f"{text['type']} instead of {kind}")
    _require(text.keys() <= {"type", "text", "emoji", "verbatim"}, "invalid_blocks", "keys of a text")
    _require(bool(text["text"].strip()), "invalid_blocks", "an empty text")
    _require(_length(text["text"]) <= most, "invalid_blocks", f"{_length(text['text'])} characters for {most}")


def options_of(element: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Every option of a select or of radio buttons."""
    groups = element.get("option_groups") or [element]
    return [option for group in groups for option in group.get("options", [])]


def _interactive(block: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if block["type"] == "actions":
        yield from block["elements"]
    elif block["type"] == "input":
        yield block["element"]


def _unique(ids: list[str], what: str) -> None:
    _require(len(ids) == len(set(ids)), "invalid_blocks", f"the same {what} twice")


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _by_the_sdk(parse: Any) -> None:
    try:
        parse()
    except SlackObjectFormationError as error:
        raise Invalid("invalid_blocks", str(error)) from error


def _require(holds: bool, error: str, why: str) -> None:
    if not holds:
        raise Invalid(error, why)
