"""Which machines are spoken with: public ones, and those that the operator named.

Looked at when the connection is made, so that a name which stands for another address by then helps nobody.
"""

import ipaddress
import socket
from collections.abc import Collection

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver


class PrivateAddress(OSError):
    """The host stands for an address of this network, and nobody said that it may."""


class GuardedResolver(AbstractResolver):
    """Looks names up, and gives out none that stands for an address of this network unless it is in `allowed`."""

    def __init__(self, allowed: Collection[str]) -> None:
        self._allowed = frozenset(allowed)
        self._resolver = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a name. Raises `PrivateAddress`."""
        found = await self._resolver.resolve(host, port, family)
        if host not in self._allowed and not all(is_public(each["host"]) for each in found):
            raise PrivateAddress(host)
        return found

    async def close(self) -> None:
        """Nothing to let go of."""
        await self._resolver.close()


def refuse_private_number(host: str, allowed: Collection[str]) -> None:
    """Raise `PrivateAddress` for an address in numbers, which no resolver is asked for."""
    if host in allowed:
        return
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return
    if not is_public(host):
        raise PrivateAddress(host)


def is_public(address: str) -> bool:
    """Whether anyone on the internet may have this address, also in an IPv6 address that carries an IPv4 one."""
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv6Address):
        carried = found.ipv4_mapped or found.sixtofour
        if carried is not None:
            return is_public(str(carried))
    return found.is_global and not found.is_multicast
