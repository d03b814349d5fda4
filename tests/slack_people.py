"""People who use Slack: what they type and tap reaches Milepost signed, in the payloads that Slack sends."""

import hashlib
import hmac
import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

import aiohttp

from tests.slack_checks import check_options
from tests.slack_messages import Modal, SlackMessage, buttons

if TYPE_CHECKING:
    from tests.slack_api import SlackWorkspace

_numbers = count(1)
_MENTION = re.compile(r"&lt;(@[UW]\w+)(\|[^&|]*)?&gt;")


@dataclass(frozen=True, slots=True)
class Delivered:
    """A request that was sent, and how it was answered."""

    status: int
    body: str
    content_type: str
    sent: bytes

    @property
    def json(self) -> Any:
        """The answer's JSON; None for an empty one."""
        return json.loads(self.body) if self.body else None

    @property
    def envelope(self) -> Any:
        """The event that was sent, in its envelope."""
        return json.loads(self.sent)

    @property
    def form(self) -> dict[str, str]:
        """The fields of the command that was sent."""
        return dict(parse_qsl(self.sent.decode(), keep_blank_values=True))

    @property
    def payload(self) -> Any:
        """The payload of the interaction that was sent."""
        return json.loads(self.form["payload"])


@dataclass(frozen=True, slots=True)
class SlackUser:
    """A member of the workspace. Every method waits for the answer, and for the work behind it if it can."""

    slack: "SlackWorkspace"
    id: str
    name: str
    email: str

    @property
    def mention(self) -> str:
        """How to mention this person in what another one says."""
        return f"<@{self.id}|{self.name.split()[0].lower()}>"

    @property
    def dm(self) -> str:
        """The direct conversation with Milepost."""
        return f"D{self.id[1:]}"

    async def says(self, text: str, **extra: Any) -> Delivered:
        """Type `text` to Milepost in the direct conversation."""
        message = self.slack.record_typed(self, self.dm, _typed(text))
        event = {
            "type": "message",
            "channel": self.dm,
            "channel_type": "im",
            "user": self.id,
            "text": _typed(text),
            "ts": message.ts,
            "event_ts": message.ts,
            "team": self.slack.team,
        }
        return await self.tells(event | extra)

    async def shares(self, *files: Mapping[str, Any], text: str = "") -> Delivered:
        """Share files in the direct conversation, with words or without."""
        return await self.says(text, subtype="file_share", files=list(files), upload=False)

    async def mentions_bot(self, channel: str, text: str, **extra: Any) -> Delivered:
        """Say `text` to Milepost in a channel."""
        said = f"<@{self.slack.bot_user}> {_typed(text)}"
        message = self.slack.record_typed(self, channel, said)
        event = {"type": "app_mention", "channel": channel, "user": self.id, "text": said, "ts": message.ts}
        return await self.tells(event | {"event_ts": message.ts} | extra)

    async def command(self, command: str, text: str = "", channel: str | None = None) -> Delivered:
        """Use a slash command, by default in the direct conversation."""
        return await self._send(
            urlencode(
                {
                    "token": "unused",
                    "team_id": self.slack.team,
                    "team_domain": "council",
                    "channel_id": channel or self.dm,
                    "channel_name": "directmessage" if channel is None else "a-channel",
                    "user_id": self.id,
                    "user_name": self.name.split()[0].lower(),
                    "command": command,
                    "text": _typed(text, with_names=True),
                    "api_app_id": self.slack.app_id,
                    "is_enterprise_install": "true" if self.slack.enterprise_wide else "false",
                    **self._enterprise_of_command(),
                    "response_url": self.slack.new_response_url(self, channel or self.dm),
                    "trigger_id": self.slack.new_trigger(self),
                }
            ).encode()
        )

    async def taps(self, where: SlackMessage | Modal, label: str) -> Delivered:
        """Tap the button called `label`."""
        block, button = next(each for each in buttons(where.blocks) if each[1]["text"]["text"] == label)
        return await self._acts(where, block, dict(button))

    async def opens_home(self) -> Delivered:
        """Open Milepost's Home tab."""
        return await self.tells(
            {"type": "app_home_opened", "user": self.id, "channel": self.dm, "tab": "home", "event_ts": "1.1"}
        )

    async def opens_messages(self) -> Delivered:
        """Open the direct conversation for the first time."""
        return await self.tells(
            {"type": "app_home_opened", "user": self.id, "channel": self.dm, "tab": "messages", "event_ts": "1.1"}
        )

    async def joins(self) -> Delivered:
        """Join the workspace."""
        user = {"id": self.id, "team_id": self.slack.team, "name": self.name, "is_bot": False}
        return await self.tells({"type": "team_join", "user": user, "event_ts": "1.1"})

    async def fills(self, values: Mapping[str, str], modal: Modal | None = None) -> None:
        """Fill inputs of the open form, by label or key; each change is told where the form asks for that."""
        shown = modal or self.slack.modal(self)
        for name, value in values.items():
            block = shown.input(name)
            shown.fill(block, value)
            if block.get("dispatch_action"):
                element = block["element"]
                action = {"type": element["type"], "action_id": element["action_id"]}
                await self._acts(shown, block, action | shown.state_of(block))

    async def looks_up(self, name: str, typed: str, modal: Modal | None = None) -> list[str]:
        """Type in a choice that is looked up; the labels that are offered."""
        shown = modal or self.slack.modal(self)
        block = shown.input(name)
        asked = self._interaction("block_suggestion")
        del asked["trigger_id"]
        asked |= {
            "action_id": block["element"]["action_id"],
            "block_id": block["block_id"],
            "value": typed,
            "view": shown.payload(),
            "container": {"type": "view", "view_id": shown.id},
        }
        delivered = await self._interacts(asked)
        options: list[dict[str, Any]] = delivered.json["options"]
        check_options(options)
        shown.offered[block["block_id"]] = options
        return [option["text"]["text"] for option in options]

    async def uses_shortcut(self, callback_id: str) -> Delivered:
        """Use a shortcut from anywhere in Slack."""
        return await self._interacts(self._interaction("shortcut") | {"callback_id": callback_id})

    async def uses_message_shortcut(
        self, callback_id: str, author: "SlackUser", text: str, channel: str
    ) -> Delivered:
        """Use an entry of the menu of a colleague's message in a channel."""
        message = {"type": "message", "user": author.id, "text": _typed(text), "ts": "1764000000.000100"}
        return await self._interacts(
            self._interaction("message_action")
            | {
                "callback_id": callback_id,
                "channel": {"id": channel, "name": "general"},
                "message": message,
                "message_ts": message["ts"],
                "response_url": self.slack.new_response_url(self, channel),
            }
        )

    async def submits(self, values: Mapping[str, str] | None = None, modal: Modal | None = None) -> Delivered:
        """Fill in the open form and send it; Slack's own checks are not made."""
        shown = modal or self.slack.modal(self)
        for name, value in (values or {}).items():
            shown.fill(shown.input(name), value)
        payload = self._interaction("view_submission") | {"view": shown.payload(), "response_urls": []}
        delivered = await self._interacts(payload)
        if delivered.status == 200:
            self.slack.form_answered(self, shown, delivered.json or {})
        return delivered

    async def tells(self, event: Mapping[str, Any], **changed: Any) -> Delivered:
        """Let Slack's Events API tell of `event`; `changed` replaces parts of the envelope."""
        enterprise, is_wide = self.slack.enterprise or None, self.slack.enterprise_wide
        authorization = {
            "enterprise_id": enterprise,
            "team_id": None if is_wide else self.slack.team,
            "user_id": self.slack.bot_user,
            "is_bot": True,
            "is_enterprise_install": is_wide,
        }
        envelope = {
            "token": "unused",
            "type": "event_callback",
            "team_id": self.slack.team,
            "api_app_id": self.slack.app_id,
            "event": event,
            "event_id": f"Ev{next(_numbers):08}",
            "event_time": int(time.time()),
            "authorizations": [authorization],
        }
        if enterprise:
            envelope["enterprise_id"] = enterprise
        return await self._send(json.dumps(envelope | changed).encode())

    async def again(self, delivered: Delivered) -> Delivered:
        """Let Slack send the same thing once more, as it does when it got no answer in time."""
        return await self._send(delivered.sent, {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"})

    # --- how it is sent ----------------------------------------------------------------------------------------

    async def _acts(
        self, where: SlackMessage | Modal, block: Mapping[str, Any], action: dict[str, Any]
    ) -> Delivered:
        acted = action | {"block_id": block["block_id"], "action_ts": f"{time.time():.6f}"}
        payload = self._interaction("block_actions") | {"actions": [acted]}
        if isinstance(where, Modal):
            payload |= {"view": where.payload(), "container": {"type": "view", "view_id": where.id}}
        else:
            payload |= {
                "channel": {"id": where.channel, "name": "directmessage"},
                "container": {
                    "type": "message",
                    "message_ts": where.ts,
                    "channel_id": where.channel,
                    "is_ephemeral": where.only_for is not None,
                },
                "message": {"ts": where.ts, "text": where.text, "blocks": where.blocks},
                "response_url": self.slack.new_response_url(self, where.channel),
                "state": {"values": {}},
            }
        return await self._interacts(payload)

    def _interaction(self, kind: str) -> dict[str, Any]:
        return {
            "type": kind,
            "user": {"id": self.id, "username": self.name, "name": self.name, "team_id": self.slack.team},
            "team": {"id": self.slack.team, "domain": "council"},
            "enterprise": {"id": self.slack.enterprise, "name": "Vale"} if self.slack.enterprise else None,
            "is_enterprise_install": self.slack.enterprise_wide,
            "api_app_id": self.slack.app_id,
            "token": "unused",
            "trigger_id": self.slack.new_trigger(self),
        }

    def _enterprise_of_command(self) -> dict[str, str]:
        enterprise = self.slack.enterprise
        return {"enterprise_id": enterprise, "enterprise_name": "Vale"} if enterprise else {}

    async def _interacts(self, payload: Mapping[str, Any]) -> Delivered:
        return await self._send(urlencode({"payload": json.dumps(payload)}).encode())

    async def _send(self, body: bytes, headers: Mapping[str, str] | None = None) -> Delivered:
        delivered = await self.slack.deliver(body, headers)
        if self.slack.settle is not None:
            await self.slack.settle()
        return delivered


async def send_signed(
    url: str,
    signing_secret: str,
    body: bytes,
    headers: Mapping[str, str] | None = None,
    at: float | None = None,
) -> Delivered:
    """Send a request with Slack's signature, made at the Unix time `at`, by default now."""
    timestamp = str(int(time.time() if at is None else at))
    signature = hmac.new(signing_secret.encode(), f"v0:{timestamp}:".encode() + body, hashlib.sha256).hexdigest()
    is_json = body[:1] in (b"{", b"[")
    signed = {
        "Content-Type": "application/json" if is_json else "application/x-www-form-urlencoded",
        "X-Slack-Request-Timestamp": timestamp,
        "X-Slack-Signature": f"v0={signature}",
    }
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=signed | dict(headers or {})) as response,
    ):
        return Delivered(response.status, await response.text(), response.content_type, body)


def _typed(text: str, with_names: bool = False) -> str:
    """What Slack sends of a typed text: escaped, with mentions as markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MENTION.sub(r"<\1\2>" if with_names else r"<\1>", escaped)
