"""What a Slack workspace holds, and the methods of the Web API that read and change it."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING, Any

from tests.slack_messages import Modal, SlackFile, SlackMessage

if TYPE_CHECKING:
    from tests.slack_people import SlackUser

BOT_USER = "U0MILEPOST"
TEAM = "T0COUNCIL"
_VIEWS_IN_A_STACK = 3


class Refused(Exception):
    """A call that is well formed but cannot be carried out."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error


class State:
    """Members, conversations, forms and files; `base` is the address that uploads and sockets go to."""

    def __init__(self, clock: Callable[[], datetime], team: str = TEAM, team_name: str = "Council") -> None:
        self.team = team
        self.team_name = team_name
        self.base = ""
        self.users: dict[str, SlackUser] = {}
        self.closed: set[str] = set()
        self.channels: dict[str, str] = {}
        self.messages: list[SlackMessage] = []
        self.homes: dict[str, Modal] = {}
        self.modals: dict[str, list[Modal]] = defaultdict(list)
        self.triggers: dict[str, str] = {}
        self.spent_triggers: set[str] = set()
        self.uploads: dict[str, SlackFile] = {}
        self._clock = clock
        self._numbers = count(1)

    def carry_out(self, method: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Carry out a call whose arguments were checked; raises `Refused`."""
        match method:
            case "apps.connections.open":
                return {"url": f"ws{self.base.removeprefix('http')}/socket"}
            case "auth.test":
                return {
                    "url": f"https://{self.team.lower()}.slack.com/",
                    "team": self.team_name,
                    "user": "milepost",
                    "team_id": self.team,
                    "user_id": BOT_USER,
                    "bot_id": "B0MILEPOST",
                }
            case "chat.postMessage":
                return self._post_message(**arguments)
            case "chat.postEphemeral":
                return self._post_ephemeral(**arguments)
            case "chat.update":
                return self._update(**arguments)
            case "conversations.open":
                return {"channel": {"id": self.conversation(arguments["users"])}}
            case "conversations.history":
                return self._history(**arguments)
            case "users.info":
                return self._info(arguments["user"])
            case "users.lookupByEmail":
                return self._look_up(arguments["email"])
            case "views.open":
                return self._open(arguments["trigger_id"], arguments["view"])
            case "views.push":
                return self._push(arguments["trigger_id"], arguments["view"])
            case "views.update":
                return self._update_view(**arguments)
            case "views.publish":
                self.homes[arguments["user_id"]] = self.shown(arguments["view"])
                return {"view": self.homes[arguments["user_id"]].payload()}
            case "files.getUploadURLExternal":
                return self._upload_url(**arguments)
            case "files.completeUploadExternal":
                return self._share(**arguments)
            case _:
                raise Refused("unknown_method")

    # --- messages ----------------------------------------------------------------------------------------------

    def conversation(self, channel: str) -> str:
        """The conversation with this id, or the direct one with the member of this id."""
        user = f"U{channel[1:]}" if channel[:1] in ("D", "U") else None
        if user in self.closed:
            raise Refused("user_disabled")
        if user in self.users:
            return f"D{channel[1:]}"
        if channel in self.channels:
            return channel
        raise Refused("channel_not_found")

    def post(
        self, channel: str, user: str, text: str, blocks: list[dict[str, Any]] | None = None, **rest: Any
    ) -> SlackMessage:
        """Add a message now."""
        sent = SlackMessage(channel, self._ts(), user, text, self._with_ids(blocks or []), **rest)
        self.messages.append(sent)
        return sent

    def seen_by_all(self, channel: str) -> list[SlackMessage]:
        """The messages of a conversation, without the ephemeral ones."""
        return [each for each in self.messages if each.channel == channel and each.only_for is None]

    def name(self, kind: str) -> str:
        """A new id."""
        return f"{kind}{next(self._numbers):06}"

    def _post_message(self, channel: str, text: str, **rest: Any) -> dict[str, Any]:
        where = self.conversation(channel)
        posted = self.post(
            where, BOT_USER, text, rest.get("blocks"), thread=rest.get("thread_ts"), metadata=rest.get("metadata")
        )
        return {"channel": where, "ts": posted.ts}

    def _post_ephemeral(self, channel: str, user: str, text: str, **rest: Any) -> dict[str, Any]:
        where = self.conversation(channel)
        posted = self.post(where, BOT_USER, text, rest.get("blocks"), thread=rest.get("thread_ts"), only_for=user)
        return {"message_ts": posted.ts}

    def _update(self, channel: str, ts: str, text: str, **rest: Any) -> dict[str, Any]:
        message = self._find(channel, ts)
        message.text, message.blocks, message.edited = text, self._with_ids(rest.get("blocks", [])), True
        message.metadata = rest.get("metadata", message.metadata)
        return {"channel": channel, "ts": ts}

    def _history(self, channel: str, limit: str = "100", **rest: Any) -> dict[str, Any]:
        if channel.startswith("U"):
            raise Refused("channel_not_found")
        oldest = float(rest.get("oldest", 0))
        found = [
            message
            for message in reversed(self.seen_by_all(self.conversation(channel)))
            if message.thread is None and float(message.ts) >= oldest
        ]
        start = int(rest.get("cursor") or 0)
        end = start + int(limit)
        with_metadata = str(rest.get("include_all_metadata", "")).lower() in ("1", "true")
        return {
            "messages": [_told(message, with_metadata) for message in found[start:end]],
            "has_more": end < len(found),
            "response_metadata": {"next_cursor": str(end) if end < len(found) else ""},
        }

    def _find(self, channel: str, ts: str) -> SlackMessage:
        for message in self.messages:
            if (message.channel, message.ts) == (channel, ts) and message.only_for is None:
                return message
        raise Refused("message_not_found")

    def _ts(self) -> str:
        # Slack's times are unique within a channel; the number in the microseconds makes them so on a still clock.
        return f"{int(self._clock().timestamp())}.{next(self._numbers):06}"

    def _with_ids(self, blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{"block_id": self.name("b"), **block} for block in blocks]

    # --- members -----------------------------------------------------------------------------------------------

    def _info(self, user: str) -> dict[str, Any]:
        if user not in self.users:
            raise Refused("user_not_found")
        return {"user": self._profile(self.users[user])}

    def _look_up(self, email: str) -> dict[str, Any]:
        for user in self.users.values():
            if user.email == email and user.id not in self.closed:
                return {"user": self._profile(user)}
        raise Refused("users_not_found")

    def _profile(self, user: "SlackUser") -> dict[str, Any]:
        return {
            "id": user.id,
            "team_id": self.team,
            "name": user.name.split()[0].lower(),
            "real_name": user.name,
            "deleted": user.id in self.closed,
            "is_bot": False,
            "tz": "Europe/London",
            "profile": {"email": user.email, "real_name": user.name},
        }

    # --- forms -------------------------------------------------------------------------------------------------

    def shown(self, view: Mapping[str, Any]) -> Modal:
        """A view as it is first shown."""
        return Modal(self.name("V"), self.name("h"), self._drawn(view), self.team)

    def _drawn(self, view: Mapping[str, Any]) -> dict[str, Any]:
        return {**view, "blocks": self._with_ids(view["blocks"])}

    def _open(self, trigger: str, view: Mapping[str, Any]) -> dict[str, Any]:
        stack = self.modals[self._user_of(trigger)]
        stack[:] = [self.shown(view)]
        return {"view": stack[-1].payload()}

    def _push(self, trigger: str, view: Mapping[str, Any]) -> dict[str, Any]:
        stack = self.modals[self._user_of(trigger)]
        if len(stack) == _VIEWS_IN_A_STACK:
            raise Refused("push_limit_reached")
        stack.append(self.shown(view))
        return {"view": stack[-1].payload()}

    def _update_view(self, view_id: str, view: Mapping[str, Any], **rest: Any) -> dict[str, Any]:
        for stack in self.modals.values():
            for place, modal in enumerate(stack):
                if modal.id == view_id:
                    if rest.get("hash", modal.hash) != modal.hash:
                        raise Refused("hash_conflict")
                    kept = {block["block_id"] for block in view["blocks"] if "block_id" in block}
                    state = {block_id: typed for block_id, typed in modal.state.items() if block_id in kept}
                    stack[place] = Modal(view_id, self.name("h"), self._drawn(view), self.team, state)
                    return {"view": stack[place].payload()}
        raise Refused("not_found")

    def _user_of(self, trigger: str) -> str:
        if trigger in self.spent_triggers:
            raise Refused("exchanged_trigger_id")
        if trigger not in self.triggers:
            raise Refused("expired_trigger_id")
        self.spent_triggers.add(trigger)
        return self.triggers[trigger]

    # --- files -------------------------------------------------------------------------------------------------

    def _upload_url(self, filename: str, length: str, alt_txt: str = "") -> dict[str, Any]:
        file = SlackFile(self.name("F"), filename, "", alt_txt, bytes(int(length)))
        self.uploads[file.id] = file
        return {"file_id": file.id, "upload_url": f"{self.base}/upload/{self.team}/{file.id}"}

    def _share(self, files: list[dict[str, str]], channel_id: str, thread_ts: str) -> dict[str, Any]:
        self._find(channel_id, thread_ts)
        shared = [self.uploads[each["id"]] for each in files]
        for file, told in zip(shared, files, strict=True):
            file.title = told.get("title", "")
        self.post(channel_id, BOT_USER, "", thread=thread_ts, files=shared)
        return {"files": files}


def _told(message: SlackMessage, with_metadata: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": "message",
        "ts": message.ts,
        "user": message.user,
        "text": message.text,
        "blocks": message.blocks,
    }
    if with_metadata and message.metadata is not None:
        told["metadata"] = message.metadata
    return told
