"""Delivers messages to webhooks: signed, once by id, in no promised order, and to no other address than was given.

A receiver that cannot take a message holds up its own only: each has a lane of its own in the outbox.
"""

import asyncio
from collections.abc import Collection
from datetime import datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector

from bot.adapters.seal import Seal
from bot.adapters.webhooks.guard import GuardedResolver, PrivateAddress, refuse_private_number
from bot.adapters.webhooks.signing import signed
from core.chat.card import Card, Chart, Paragraph
from core.model.delivery import Posted
from core.model.person import Platform
from core.model.webhook import Webhook, private
from core.ports import CannotOpen, Clock, Database, ReceiverFailed, Refused

WITHIN_S = 10.0

_REFUSED_FOR_GOOD = {
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.GONE,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
}
"""What a receiver says of the message itself: the same message is no better an hour later."""


class WebhookMessenger:
    """The messenger for webhooks. `private_hosts` are hosts of this network that may be spoken with."""

    platform = Platform.WEBHOOK
    shows_pictures_inline = True

    def __init__(
        self,
        database: Database,
        clock: Clock,
        seal: Seal,
        private_hosts: Collection[str] = (),
        within_s: float = WITHIN_S,
    ) -> None:
        self._database = database
        self._clock = clock
        self._seal = seal
        self._private_hosts = frozenset(private_hosts)
        self._timeout = ClientTimeout(total=within_s)
        self._session: ClientSession | None = None

    async def send(self, workspace: str, address: str, card: Card, delivery_id: str) -> Posted:
        """Post the card's one paragraph to the webhook whose id `address` is; `delivery_id` is the message's."""
        async with self._database.reading() as store:
            webhook = await store.webhooks.by_id(address)
        if webhook is None or webhook.tenant_id != workspace:
            raise Refused("the webhook was removed")
        try:
            secret = str(self._seal.open(webhook.secret)["secret"])
        except CannotOpen:
            raise Refused(
                "its secret was sealed with a key that is no longer in MILEPOST_ENCRYPTION_KEYS: add the key"
                " again, or remove the webhook and add it anew"
            ) from None
        body = "".join(part.text for part in card.parts if isinstance(part, Paragraph)).encode()
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Milepost",
            **signed(secret, delivery_id, self._clock.now(), body),
        }
        await self._post(webhook, body, headers)
        return Posted(self.platform, workspace, address, delivery_id)

    async def _post(self, webhook: Webhook, body: bytes, headers: dict[str, str]) -> None:
        host = urlsplit(webhook.url).hostname or ""
        try:
            refuse_private_number(host, self._private_hosts)
            async with self._opened().post(
                webhook.url, data=body, headers=headers, allow_redirects=False
            ) as answer:
                status = answer.status
                wait = answer.headers.get("Retry-After", "")
        except PrivateAddress:
            raise Refused(private(host)) from None
        except TimeoutError:
            raise ReceiverFailed(f"no answer within {self._timeout.total:g} s") from None
        except (ClientError, OSError) as error:
            if isinstance(error.__cause__, PrivateAddress):
                raise Refused(private(host)) from None
            raise ReceiverFailed(f"no connection: {type(error).__name__}") from None
        if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            return
        if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
            raise Refused(
                f"it redirects (HTTP {status}), which is not followed: add the address it leads to instead"
            )
        if status in _REFUSED_FOR_GOOD:
            raise Refused(f"HTTP {status}")
        raise ReceiverFailed(f"HTTP {status}", float(wait) if wait.isdecimal() else None)

    def _opened(self) -> ClientSession:
        if self._session is None:
            connector = TCPConnector(resolver=GuardedResolver(self._private_hosts), limit_per_host=2)
            self._session = ClientSession(connector=connector, timeout=self._timeout)
        return self._session

    async def update(self, posted: Posted, card: Card) -> None:
        """Nothing that was sent is ever changed."""

    async def attach(self, posted: Posted, chart: Chart, png: bytes) -> None:
        """There are no pictures."""

    async def find(self, workspace: str, address: str, delivery_id: str, since: datetime) -> None:
        """Not to be found again, and sent again instead: the receiver knows a repeat by its id."""

    async def close(self) -> None:
        """Close its connections."""
        if self._session is not None:
            await self._session.close()
            # aiohttp: connections over TLS close on the loop's next turn.
            await asyncio.sleep(0)
