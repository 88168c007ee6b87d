"""The connections to Telegram, and what is known before a byte of a request is written: then it is surely not sent."""

import select
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import aiohttp
from aiohttp.abc import AbstractStreamWriter
from aiohttp.connector import Connection
from aiohttp.tracing import Trace
from telegram.error import NetworkError

from bot import certificates

_CUT = getattr(select, "POLLRDHUP", 0) | select.POLLHUP | select.POLLERR
"""What a socket shows whose other end has closed; the first is Linux's word for it."""


class NotConnectedError(NetworkError):
    """No connection was made, so nothing was sent."""

    def __init__(self, message: str, cause: Exception | None = None) -> None:
        super().__init__(message)
        self.cause = cause
        """What aiohttp raised; for who tells it in words of their own, since its words may hold a secret."""


class LeaseIsOverError(NetworkError):
    """Nothing was sent, since whoever asked for it may not any more."""


def _always() -> bool:
    return True


sent_only_while: ContextVar[Callable[[], bool]] = ContextVar("sent_only_while", default=_always)
"""Whether a request of this task may still begin. Asked at the last moment: connections take time, and their turns."""


class Request(aiohttp.ClientRequest):
    """What is asked last: aiohttp gathers the headers, and writes nothing before the body.

    Between the connection and that, other requests have their turn, and a process may be stopped there.
    """

    def __init__(self, method: str, url: Any, *, proxy: Any = None, **more: Any) -> None:
        # Here, and not by whoever asks: what is asked over http may be sent on to an address of https.
        trust = certificates.for_schemes(url.scheme, (proxy or url).scheme)
        super().__init__(method, url, **more | {"proxy": proxy, "ssl": trust})

    async def write_bytes(
        self, writer: AbstractStreamWriter, conn: Connection, content_length: int | None = None
    ) -> None:
        """Write headers and body, or nothing: then whoever waits for the answer is told LeaseIsOverError."""
        if sent_only_while.get()():
            await super().write_bytes(writer, conn, content_length)
        elif conn.protocol is not None:
            conn.protocol.set_exception(LeaseIsOverError("its lease was over"))
            conn.close()


class Connections(aiohttp.TCPConnector):
    """Whatever goes wrong before a request is written is told from what goes wrong after it.

    Then nobody knows whether it was carried out.
    """

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: list[Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109  aiohttp's
    ) -> Connection:
        """A connection that the other end has not closed.

        Raises NotConnectedError where there is none.
        """
        try:
            return await self._whole(req, traces, timeout)
        # The causes are named without aiohttp's own words, since those may hold the address with the token.
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise NotConnectedError(f"no connection ({type(error).__name__})", error) from None

    async def _whole(
        self,
        req: aiohttp.ClientRequest,
        traces: list[Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109  aiohttp's
    ) -> Connection:
        """One that lay idle may have been closed by the other end, and the event loop not have heard of it yet."""
        for _ in range(self.limit + 1):
            connection = await super().connect(req, traces, timeout)
            if not _is_cut(connection):
                return connection
            connection.close()
        raise NotConnectedError("every connection was closed at once")


def _is_cut(connection: Connection) -> bool:
    transport = connection.transport
    if transport is None or transport.is_closing():
        return True
    looking = select.poll()
    looking.register(transport.get_extra_info("socket").fileno(), _CUT)
    return bool(looking.poll(0))
