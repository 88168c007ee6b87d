"""Something that listens where Telegram should, and isn't it."""

import asyncio
import contextlib
import ssl
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


@asynccontextmanager
async def listening(answer: bytes | None, secure: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """Something that is not Telegram: it says that to whatever comes, or nothing at all."""

    over = asyncio.Event()

    async def serve(reader: StreamReader, writer: StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):  # who asked may have gone
            await reader.readuntil(b"\r\n\r\n")
            if answer is None:
                await over.wait()
            writer.write(answer or b"")
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=secure)
    try:
        yield f"{'https' if secure else 'http'}://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        over.set()
        server.close()
        await asyncio.sleep(0.05)  # for who is served still: Python waits for the server alone
