"""A small real proxy on this computer: it passes requests on, makes tunnels, and remembers what went through it."""

import asyncio
import base64
import contextlib
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

REFUSED = b"HTTP/1.1 %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class SmallProxy:
    """An HTTP proxy. With a user ("name:password") it lets nobody else through; closed, it lets nobody through."""

    def __init__(self, *, user: str = "", is_closed: bool = False) -> None:
        self.address = ""
        self.passed_on = list[str]()
        self._wanted = b"Basic " + base64.b64encode(user.encode()) if user else b""
        self._is_closed = is_closed

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        """One connection: pass on its first request, and from then on whatever comes."""
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            method, target, _ = head.split(b"\r\n")[0].decode().split()
            if self._wanted and b"Proxy-Authorization: " + self._wanted not in head:
                writer.write(REFUSED % b"407 Proxy Authentication Required")
            elif self._is_closed:
                writer.write(REFUSED % b"403 Forbidden")
            else:
                self.passed_on.append(f"{method} {target}")
                await self._pass_on(head, method, target, reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass  # either end has gone
        finally:
            writer.close()

    async def _pass_on(self, head: bytes, method: str, target: str, reader: StreamReader, writer: StreamWriter) -> None:
        address = urlsplit(f"//{target}" if method == "CONNECT" else target)
        its_reader, its_writer = await asyncio.open_connection(address.hostname, address.port)
        if method == "CONNECT":
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            # One request a connection, so that each is seen.
            path = target.partition(address.netloc)[2]
            its_writer.write(
                head.replace(target.encode(), path.encode(), 1).replace(b"\r\n", b"\r\nConnection: close\r\n", 1)
            )
        both = [asyncio.create_task(_pour(reader, its_writer)), asyncio.create_task(_pour(its_reader, writer))]
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        for task in both:
            task.cancel()
        await asyncio.gather(*both, return_exceptions=True)
        its_writer.close()


async def _pour(reader: StreamReader, writer: StreamWriter) -> None:
    while some := await reader.read(65_536):
        writer.write(some)
        await writer.drain()


@asynccontextmanager
async def small_proxy(*, user: str = "", is_closed: bool = False) -> AsyncIterator[SmallProxy]:
    """One that listens on a port of its own."""
    proxy = SmallProxy(user=user, is_closed=is_closed)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    who = f"{user}@" if user else ""
    proxy.address = f"http://{who}127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield proxy
    finally:
        server.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(1):
                await server.wait_closed()
