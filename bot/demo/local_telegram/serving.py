"""An app behind a real port of this computer, in the event loop that is running already."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS_FOR_OPEN_REQUESTS = 1
SECONDS_FOR_IDLE_CONNECTIONS = 75
SECONDS_BETWEEN_LOOKS = 0.001


class QuietServer(uvicorn.Server):
    """A server that leaves signals to the program that it runs in, and ends as soon as it is told to."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._told_to_end = asyncio.Event()

    def end(self) -> None:
        """Take no more requests, and end."""
        self.should_exit = True
        self._told_to_end.set()

    async def main_loop(self) -> None:
        """Wait for the end. uvicorn's own loop looks for it ten times a second, and each test would wait for a look."""
        await self.on_tick(0)
        await self._told_to_end.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Hang up, and let what is asked already be answered.

        uvicorn's own waits a tenth of a second first, whoever is connected, and each test would wait with it.
        """
        for each in (*self.servers, *(sockets or ())):
            each.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        try:
            async with asyncio.timeout(SECONDS_FOR_OPEN_REQUESTS):
                while self.server_state.connections or self.server_state.tasks:  # noqa: ASYNC110  uvicorn has no event for it
                    await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
        except TimeoutError:
            for task in self.server_state.tasks:
                task.cancel()
        await self.lifespan.shutdown()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Captures none."""
        yield


class CuttableProtocol(H11Protocol):
    """Lets a request reach its own connection, so that a fault can cut it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        """Puts the transport into the state of every request of this connection."""
        self.app_state = {**self.app_state, "transport": transport}
        super().connection_made(transport)


@asynccontextmanager
async def serving(
    app: ASGIApp, *, port: int = 0, before_stopping: Callable[[], Awaitable[None]] | None = None
) -> AsyncIterator[str]:
    """Serves an app on 127.0.0.1 and gives its base address; port 0 takes any free one.

    `before_stopping` is the moment to end long polls and streams, which would hold up the end otherwise.
    """
    listener = _listener(port)
    server = QuietServer(_config(app))
    running = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        if before_stopping is not None:
            await before_stopping()
        server.end()
        await running


def _listener(port: int) -> socket.socket:
    """Listens at once: who connects before the server is up waits in line."""
    # Named TCP, or asyncio would leave Nagle's delay on, and every answer would come 40 ms late.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(512)
    return listener


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=CuttableProtocol,
        ws="none",
        log_config=None,  # the program's own logging stays as it is
        access_log=False,  # its lines would hold the bot's token
        # Longer than a client keeps an idle one: else, on a busy machine, it may be closed just as it is used again,
        # and nobody knows what became of the request.
        timeout_keep_alive=SECONDS_FOR_IDLE_CONNECTIONS,
    )
