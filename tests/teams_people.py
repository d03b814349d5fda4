"""People of a Microsoft 365 tenant and what they do in Teams, sent to the bot as Teams sends it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.teams_checks import elements, words

if TYPE_CHECKING:
    from tests.teams_api import TeamsTenant


@dataclass(slots=True)
class TeamsMessage:
    """A message that the bot posted, as it stands now."""

    id: str
    conversation: str
    activity: dict[str, Any]
    edited: int = 0

    @property
    def card(self) -> dict[str, Any]:
        """The card it shows."""
        return self.activity["attachments"][0]["content"]

    @property
    def reads(self) -> str:
        """Everything it says."""
        return words(self.card) if self.activity.get("attachments") else self.activity["text"]

    @property
    def labels(self) -> list[str]:
        """The labels of its inputs."""
        return [element["label"] for element in elements(self.card) if element["type"].startswith("Input.")]

    def button(self, label: str) -> dict[str, Any]:
        """A button by its label."""
        for element in elements(self.card):
            if element["type"] in ("Action.Submit", "Action.Execute") and element["title"] == label:
                return element
        raise LookupError(f"no button {label!r} in:\n{self.reads}")

    def values(self) -> dict[str, str]:
        """What its inputs hold, by key."""
        inputs = (element for element in elements(self.card) if element["type"].startswith("Input."))
        return {element["id"]: element["value"] for element in inputs if element.get("value")}

    def key(self, label: str) -> str:
        """The key of an input by its label."""
        inputs = (element for element in elements(self.card) if element["type"].startswith("Input."))
        return next(element["id"] for element in inputs if element["label"] == label)


@dataclass(frozen=True, slots=True)
class Delivered:
    """What the bot answered to an activity."""

    status: int
    body: str
    activity: dict[str, Any] = field(repr=False)

    @property
    def json(self) -> Any:
        """The answer's body as it is read."""
        return json.loads(self.body)


@dataclass(slots=True)
class TeamsUser:
    """Someone of the tenant; `id` is what Teams calls them towards this bot, `aad` their directory object."""

    tenant: "TeamsTenant"
    id: str
    aad: str
    name: str
    email: str

    @property
    def chat(self) -> str:
        """The personal conversation with the bot."""
        return f"a:personal-{self.aad}"

    @property
    def account(self) -> dict[str, str]:
        """How Teams names the person in an activity."""
        return {"id": self.id, "name": self.name, "aadObjectId": self.aad}

    async def installs(self) -> list[Delivered]:
        """Install the app: Teams tells so in two ways."""
        added = {"membersAdded": [{"id": self.tenant.bot}]}
        return [
            await self.sends({"type": "installationUpdate", "action": "add"}),
            await self.sends({"type": "conversationUpdate", **added}),
        ]

    async def removes(self) -> list[Delivered]:
        """Remove the app."""
        removed = {"membersRemoved": [{"id": self.tenant.bot}]}
        return [
            await self.sends({"type": "installationUpdate", "action": "remove"}),
            await self.sends({"type": "conversationUpdate", **removed}),
        ]

    async def invokes(self, name: str, value: dict[str, Any], channel: str | None = None) -> Any:
        """Ask what Teams waits for; the answer's body, None where it is not offered."""
        delivered = await self.sends({"type": "invoke", "name": name, "value": value}, channel)
        return json.loads(delivered.body) if delivered.body else None

    async def says(self, text: str, **more: Any) -> Delivered:
        """Type something to the bot in the personal conversation."""
        return await self.sends({"type": "message", "text": text, "textFormat": "plain", **more})

    async def attaches(self, name: str, link: str, download: str, text: str = "") -> Delivered:
        """Send a file in the personal conversation; Teams adds the text as HTML, where there is any."""
        content = {
            "downloadUrl": download,
            "uniqueId": "1150D938-8870-4044-9F2C",
            "fileType": name.rpartition(".")[2],
        }
        kind = "application/vnd.microsoft.teams.file.download.info"
        file = {"contentType": kind, "contentUrl": link, "name": name, "content": content}
        html = [{"contentType": "text/html", "content": f"<p>{text}</p>"}] if text else []
        return await self.says(text, attachments=[*html, file])

    async def mentions_bot(self, channel: str, text: str, *others: "TeamsUser", **more: Any) -> Delivered:
        """Say something to the bot, in a channel, with other people mentioned at the end."""
        said = f"<at>Milepost</at>&nbsp;{text}" + "".join(f" <at>{each.name}</at>" for each in others)
        mentioned = [(self.tenant.bot, "Milepost"), *((each.id, each.name) for each in others)]
        entities = [
            {"type": "mention", "mentioned": {"id": account, "name": name}, "text": f"<at>{name}</at>"}
            for account, name in mentioned
        ]
        return await self.sends({"type": "message", "text": said, "entities": entities, **more}, channel)

    async def taps(
        self,
        message: TeamsMessage,
        label: str,
        values: Mapping[str, str] | None = None,
        *,
        old: bool = False,
        **more: Any,
    ) -> Delivered:
        """Tap a button; the inputs beside it go along, by their labels, unless the button takes none.

        An `old` client knows no `Action.Execute` and does what its fallback says.
        """
        button = message.button(label)
        if old and "fallback" in button:
            button = button["fallback"]
        data = json.loads(json.dumps(button["data"]))
        if button.get("associatedInputs") != "none":
            typed = {message.key(name): value for name, value in (values or {}).items()}
            # Teams leaves out what is empty.
            data |= {key: value for key, value in (message.values() | typed).items() if value}
        conversation = message.conversation.partition(";")[0]
        did: dict[str, Any] = {"type": "message", "value": data}
        if button["type"] == "Action.Execute":
            action = {"type": "Action.Execute", "verb": button["verb"], "data": data}
            did = {
                "type": "invoke",
                "name": "adaptiveCard/action",
                "value": {"action": action, "trigger": "manual"},
            }
        return await self.sends(
            did | {"replyToId": message.id, **more},
            None if conversation == self.chat else conversation,
        )

    async def again(self, delivered: Delivered) -> Delivered:
        """Teams sends an activity once more."""
        return await self.tenant.deliver(delivered.activity)

    async def sends(self, activity: dict[str, Any], channel: str | None = None) -> Delivered:
        """An activity of this person with everything that Teams puts around it."""
        return await self.tenant.deliver(self.tenant.around(self, channel) | activity)
