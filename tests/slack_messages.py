"""Messages and forms as somebody in Slack sees them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.slack_checks import options_of

_PINGS = re.compile(r"<(![a-z^]+|@[UW]\w+|#C\w+|https?:[^>]*|mailto:[^>]*)")
_MARKUP = re.compile(r"<[@#!]?([^|>]*\|)?([^>]*)>")


@dataclass(slots=True)
class SlackFile:
    """A file shared in a conversation."""

    id: str
    name: str
    title: str
    alt: str
    content: bytes


@dataclass(slots=True)
class SlackMessage:
    """A message in a conversation; `only_for` is the one person who sees an ephemeral one."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: list[dict[str, Any]] = field(default_factory=list)
    thread: str | None = None
    only_for: str | None = None
    metadata: Mapping[str, Any] | None = None
    files: list[SlackFile] = field(default_factory=list)
    edited: bool = False

    @property
    def reads(self) -> str:
        """What the person reads: the blocks, or the text where there are none."""
        return "\n".join(_reads(self.blocks)) if self.blocks else _unmarked(self.text)

    @property
    def delivery(self) -> str:
        """The id of the delivery that the message's metadata names; empty for an answer that was none."""
        return (self.metadata or {}).get("event_payload", {}).get("delivery_id", "")

    @property
    def labels(self) -> list[str]:
        """The buttons' labels."""
        return [button["text"]["text"] for _, button in buttons(self.blocks)]

    @property
    def pings(self) -> list[str]:
        """The mentions, broadcasts and links that Slack would make of the message."""
        return [ping for text in (self.text, *_markups(self.blocks)) for ping in _PINGS.findall(text)]


@dataclass(slots=True)
class Modal:
    """A form or the Home tab as it is shown; `errors` are by input key."""

    id: str
    hash: str
    view: dict[str, Any]
    team: str
    state: dict[str, dict[str, Any]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    offered: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """What was offered last in each choice that is looked up, by its block."""

    def __post_init__(self) -> None:
        for block in self.blocks:
            if block["type"] == "input" and block["block_id"] not in self.state:
                self._begin(block)

    @property
    def title(self) -> str:
        """The title in the form's upper edge."""
        return self.view["title"]["text"]

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """What it shows."""
        return self.view["blocks"]

    @property
    def reads(self) -> str:
        """What the person reads."""
        return "\n".join(_reads(self.blocks))

    @property
    def labels(self) -> list[str]:
        """The labels of its inputs."""
        return [block["label"]["text"] for block in self.blocks if block["type"] == "input"]

    def input(self, name: str) -> dict[str, Any]:
        """The input with this key or label."""
        return next(
            block
            for block in self.blocks
            if block["type"] == "input" and name in (block["block_id"], block["label"]["text"])
        )

    def value(self, name: str) -> str:
        """What stands in the input with this key or label."""
        state = self.state_of(self.input(name))
        option = state.get("selected_option")
        return (option["value"] if option else None) or state.get("value") or state.get("selected_date") or ""

    def fill(self, block: Mapping[str, Any], value: str) -> None:
        """Enter a value; a choice by its value or label."""
        element = block["element"]
        match element["type"]:
            case "plain_text_input":
                entered: dict[str, Any] = {"value": value or None}
            case "datepicker":
                entered = {"selected_date": value or None}
            case _:
                chosen = [o for o in self._options(block) if value in (o["value"], o["text"]["text"])]
                entered = {"selected_option": chosen[0]}
        self.state[block["block_id"]] = {element["action_id"]: {"type": element["type"]} | entered}

    def state_of(self, block: Mapping[str, Any]) -> dict[str, Any]:
        """The state of one input."""
        return self.state[block["block_id"]][block["element"]["action_id"]]

    def payload(self) -> dict[str, Any]:
        """The view as Slack sends it along."""
        return self.view | {
            "id": self.id,
            "hash": self.hash,
            "team_id": self.team,
            "app_installed_team_id": self.team,
            "root_view_id": self.id,
            "state": {"values": self.state},
        }

    def _options(self, block: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        return [*options_of(block["element"]), *self.offered.get(block["block_id"], [])]

    def _begin(self, block: Mapping[str, Any]) -> None:
        element = block["element"]
        match element["type"]:
            case "plain_text_input":
                initial: dict[str, Any] = {"value": element.get("initial_value")}
            case "datepicker":
                initial = {"selected_date": element.get("initial_date")}
            case _:
                initial = {"selected_option": element.get("initial_option")}
        self.state[block["block_id"]] = {element["action_id"]: {"type": element["type"]} | initial}


def buttons(blocks: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each button with the block it stands in."""
    for block in blocks:
        if block["type"] == "actions":
            for element in block["elements"]:
                yield block, element


def _reads(blocks: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        match block["type"]:
            case "header" | "section":
                yield _shown(block["text"])
            case "context":
                yield " ".join(_shown(each) for each in block["elements"])
            case "rich_text":
                for part in block["elements"]:
                    sections = part["elements"] if part["type"] == "rich_text_list" else [part]
                    yield from ("".join(each["text"] for each in section["elements"]) for section in sections)
            case "actions":
                yield " ".join(f"[{each['text']['text']}]" for each in block["elements"])
            case "input":
                yield block["label"]["text"]
            case _:
                pass


def _markups(blocks: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        texts = [block.get("text"), *block.get("fields", []), *block.get("elements", [])]
        yield from (text["text"] for text in texts if text and text.get("type") == "mrkdwn")


def _shown(text: Mapping[str, Any]) -> str:
    return _unmarked(text["text"]) if text["type"] == "mrkdwn" else text["text"]


def _unmarked(text: str) -> str:
    plain = _MARKUP.sub(r"\2", text)
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
