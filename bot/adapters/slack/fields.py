"""The inputs of a form: drawn as input blocks, and read back from the state that Slack sends of them.

A block's and its element's ids are the input's key. Slack: ids of 255 characters, 3,000 characters in a text
field, 100 options in a list, 75 characters in an option's label and 150 in its value (docs "Block elements"). A
key too long goes by a digest, and the form's metadata remembers which; a text too long for one field, such as an
answer typed in chat, is continued in further fields, so that sending the form in loses none of it.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, assert_never

from bot.adapters.slack.objects import Block, context, plain
from bot.adapters.slack.text import unescape
from bot.adapters.text import clean, cut, length, pieces
from core.chat.card import ChoiceInput, DateInput, Form, Input, Option, TextInput

ID_CHARACTERS = 255
LABEL_CHARACTERS = 2_000
TEXT_CHARACTERS = 3_000
PLACEHOLDER_CHARACTERS = 150
OPTION_CHARACTERS = 75
OPTIONS_A_LIST = 100
RADIO_BUTTONS = 5
METADATA_CHARACTERS = 3_000

LOOK_UP = "look_up:"
"""How the `action_id` of a choice begins that is looked up; what follows says where, then which one."""

_CONTINUED = re.compile(r"~~(\d+)$")
_ROOM_FOR_CONTINUED = 6

View = Mapping[str, Any]
"""A view as Slack sends it."""


class TooLong(ValueError):
    """A card asks for what Slack cannot carry: a mistake of whoever made the card."""


@dataclass(frozen=True, slots=True)
class FormIdentity:
    """Which form a view shows; `keys` are the inputs that go by a digest."""

    name: str
    subject: str
    language: str
    keys: Mapping[str, str]


# --- drawing --------------------------------------------------------------------------------------------------


def form_metadata(form: Form) -> str:
    """The `private_metadata` of a form's view."""
    keys = [part.key for part in form.parts if isinstance(part, Input)]
    renamed = {block_id(key): key for key in keys if block_id(key) != key}
    told = {"name": form.name, "subject": form.subject, "language": form.language, "keys": renamed}
    metadata = json.dumps(told, separators=(",", ":"))
    if len(metadata) > METADATA_CHARACTERS:
        raise TooLong(f"a form's subject and long keys come to {len(metadata)} characters")
    return metadata


def block_id(key: str) -> str:
    """The id of an input's block."""
    if 0 < len(key) <= ID_CHARACTERS - _ROOM_FOR_CONTINUED and not _CONTINUED.search(key):
        return key
    return f"key-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()}"


def input_blocks(shown: Input, saves_drafts: bool) -> Iterator[Block]:
    """An input with its label, hint and error."""
    match shown:
        case TextInput():
            yield from _text_blocks(shown, saves_drafts)
        case ChoiceInput():
            yield _input_block(shown, block_id(shown.key), _choice(shown), saves_drafts)
        case DateInput():
            yield _input_block(shown, block_id(shown.key), _date_picker(shown), saves_drafts)
        case _:
            assert_never(shown)
    if shown.error:
        yield context(cut(f"⚠️ {clean(shown.error)}", LABEL_CHARACTERS))


def _input_block(shown: Input, id_: str, element: dict[str, Any], saves_drafts: bool) -> Block:
    block: Block = {
        "type": "input",
        "block_id": id_,
        "label": plain(shown.label, LABEL_CHARACTERS),
        "element": {"action_id": id_} | element,
        "optional": not shown.required,
    }
    if shown.hint.strip():
        block["hint"] = plain(shown.hint, LABEL_CHARACTERS)
    if saves_drafts:
        block["dispatch_action"] = True
    return block


def _text_blocks(shown: TextInput, saves_drafts: bool) -> Iterator[Block]:
    text = clean(shown.value)
    most = min(max(shown.max_length, length(text)), TEXT_CHARACTERS)
    values = pieces(text, most) or [""]
    for number, value in enumerate(values):
        element: dict[str, Any] = {"type": "plain_text_input", "multiline": shown.multiline, "max_length": most}
        if value:
            element["initial_value"] = value
        if shown.placeholder.strip():
            element["placeholder"] = plain(shown.placeholder, PLACEHOLDER_CHARACTERS)
        if saves_drafts:
            element["dispatch_action_config"] = {
                "trigger_actions_on": ["on_enter_pressed", "on_character_entered"]
                if not shown.multiline
                else ["on_character_entered"]
            }
        id_ = block_id(shown.key) + (f"~~{number}" if number else "")
        block = _input_block(shown, id_, element, saves_drafts)
        if len(values) > 1:
            counted = f"{cut(clean(shown.label), LABEL_CHARACTERS - 20)} ({number + 1}/{len(values)})"
            block["label"] = plain(counted, LABEL_CHARACTERS)
        yield block


def _choice(shown: ChoiceInput) -> dict[str, Any]:
    if shown.source:
        return _looked_up(shown)
    options = [_option(option) for option in shown.options]
    chosen = next((drawn for drawn in options if drawn["value"] == shown.value), None)
    initial = {"initial_option": chosen} if chosen else {}
    if not shown.compact and len(options) <= RADIO_BUTTONS:
        return {"type": "radio_buttons", "options": options} | initial
    if len(options) <= OPTIONS_A_LIST:
        return {"type": "static_select", "options": options} | initial
    lists = [options[at : at + OPTIONS_A_LIST] for at in range(0, len(options), OPTIONS_A_LIST)]
    return {"type": "static_select", "option_groups": [_group(each) for each in lists]} | initial


def _looked_up(shown: ChoiceInput) -> dict[str, Any]:
    chosen = next((option for option in shown.options if option.value == shown.value), None)
    initial = {"initial_option": _option(chosen)} if chosen else {}
    # The key only makes it unique within the view.
    action_id = f"{LOOK_UP}{shown.source}:{shown.key}"[:ID_CHARACTERS]
    return {"type": "external_select", "action_id": action_id, "min_query_length": 0} | initial


def source_of(action_id: str) -> str:
    """Where a choice is looked up, by its `action_id`."""
    return action_id.removeprefix(LOOK_UP).partition(":")[0]


def offered(options: Iterable[Option]) -> list[dict[str, Any]]:
    """Options as Slack takes them in answer to what was typed."""
    return [_option(option) for option in options][:OPTIONS_A_LIST]


def _option(option: Option) -> dict[str, Any]:
    return {"text": plain(option.label, OPTION_CHARACTERS), "value": option.value}


def _group(options: list[dict[str, Any]]) -> dict[str, Any]:
    first, last = (cut(options[at]["text"]["text"], OPTION_CHARACTERS // 2 - 2) for at in (0, -1))
    return {"label": plain(f"{first} – {last}", OPTION_CHARACTERS), "options": options}


def _date_picker(shown: DateInput) -> dict[str, Any]:
    return {"type": "datepicker"} | ({"initial_date": shown.value} if _is_date(shown.value) else {})


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


# --- reading back ---------------------------------------------------------------------------------------------


def form_of(view: View) -> FormIdentity:
    """Which form `view` shows."""
    told = json.loads(view["private_metadata"])
    return FormIdentity(told["name"], told["subject"], told["language"], told["keys"])


def read_values(view: View) -> dict[str, str]:
    """Each input's value by its key, "" where there is none."""
    keys = form_of(view).keys
    state = view["state"]["values"] or {}
    found: dict[str, dict[int, str]] = {}
    for id_, elements in state.items():
        first, number = _numbered(id_)
        (element,) = elements.values()
        found.setdefault(keys.get(first, first), {})[number] = _value(element)
    return {key: "".join(parts[number] for number in sorted(parts)) for key, parts in found.items()}


def shown_values(view: View) -> dict[str, str]:
    """What each input was shown with, by its key, "" where there was nothing."""
    keys = form_of(view).keys
    found: dict[str, dict[int, str]] = {}
    for block in view["blocks"]:
        if block["type"] == "input" and "element" in block:
            first, number = _numbered(block["block_id"])
            found.setdefault(keys.get(first, first), {})[number] = _initial_value(block["element"])
    return {key: "".join(parts[number] for number in sorted(parts)) for key, parts in found.items()}


def _numbered(id_: str) -> tuple[str, int]:
    match = _CONTINUED.search(id_)
    return (id_[: match.start()], int(match[1])) if match else (id_, 0)


def _value(element: Mapping[str, Any]) -> str:
    match element["type"]:
        case "plain_text_input":
            return unescape(element.get("value") or "")
        case "datepicker":
            return element.get("selected_date") or ""
        case _:
            return (element.get("selected_option") or {}).get("value") or ""


def _initial_value(element: Mapping[str, Any]) -> str:
    match element.get("type"):
        case "plain_text_input":
            return unescape(element.get("initial_value") or "")
        case "datepicker":
            return element.get("initial_date") or ""
        case _:
            return (element.get("initial_option") or {}).get("value") or ""


def error_blocks(view: View, errors: Mapping[str, str]) -> dict[str, str]:
    """Errors by the block that each is to be shown at; what belongs to no input of the view goes to the first.

    Slack refuses an answer that names a block which is no input. Empty when the view has none at all.
    """
    inputs = input_ids(view)
    placed: dict[str, list[str]] = {}
    for key, error in errors.items():
        at = block_id(key) if block_id(key) in inputs else next(iter(inputs), None)
        if at is not None:
            placed.setdefault(at, []).append(error)
    return {at: "\n".join(said) for at, said in placed.items()}


def input_ids(view: View) -> list[str]:
    """The ids of a view's input blocks, in order."""
    return [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
