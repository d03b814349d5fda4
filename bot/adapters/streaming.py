"""Reads an answer's body no further than it may be large."""

from http import HTTPStatus

import aiohttp

from core.ports import FileTrouble, NoContent

_PIECE_BYTES = 64 * 1024


async def read_file(answer: aiohttp.ClientResponse, most_bytes: int) -> bytes:
    """The content of a file that was asked for without following redirects; raises `NoContent`."""
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise NoContent(FileTrouble.UNREACHABLE)
    if answer.status != HTTPStatus.OK:
        # Where there is no leave to read it any more, platforms lead to a page to sign in at.
        raise NoContent(FileTrouble.EXPIRED)
    if answer.content_length is not None and answer.content_length > most_bytes:
        raise NoContent(FileTrouble.TOO_LARGE)
    content = bytearray()
    async for piece in answer.content.iter_chunked(_PIECE_BYTES):
        content += piece
        if len(content) > most_bytes:
            raise NoContent(FileTrouble.TOO_LARGE)
    return bytes(content)
