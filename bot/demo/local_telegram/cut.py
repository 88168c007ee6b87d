"""A connection that breaks where an answer was expected."""

from starlette.responses import Response
from starlette.types import Receive, Scope, Send


class CutConnection(Response):
    """In place of an answer: the connection is closed without a byte.

    `serving` puts the connection's transport into the state of each request. Under another server the
    answer is begun and never finished, which is as near as ASGI allows.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Breaks the connection."""
        transport = scope.get("state", {}).get("transport")
        if transport is None:
            await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1")]})
            return
        transport.abort()
        while (await receive())["type"] != "http.disconnect":
            pass
