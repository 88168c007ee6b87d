"""What goes wrong on order, so that tests can see how the bot bears it.

Each fault concerns one method, or, if none is named, every method except getUpdates (or else a long poll
would use up the fault at a moment that nobody chose). It may concern one chat only, and lasts for a number of
requests; `times=None` means until `clear()`.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypedDict, Unpack
from weakref import WeakSet

from starlette.responses import HTMLResponse, JSONResponse, Response

from bot.demo.local_telegram.cut import CutConnection
from bot.demo.local_telegram.refusal import RefusedError, too_many_requests
from bot.demo.local_telegram.request import Request
from bot.demo.local_telegram.updates import UpdateQueue

Step = Callable[[], Awaitable[Response | None]]


class Scope(TypedDict, total=False):
    """Which requests a fault concerns."""

    method: str | None
    chat_id: int | None
    times: int | None


async def nothing() -> Response | None:
    """What most faults do in one of the two moments."""
    return None


@dataclass
class Fault:
    """What to do before a request is carried out, and after. A response ends it there."""

    before: Step = nothing
    after: Step = nothing
    method: str | None = None
    chat_id: int | None = None
    times: int | None = 1

    def concerns(self, request: Request) -> bool:
        """Whether this request is one of those meant."""
        if self.times == 0 or (self.chat_id is not None and self.chat_id != request.chat_id):
            return False
        if self.method is None:
            return request.method != "getUpdates"
        return self.method.lower() == request.method.lower()

    def use(self) -> None:
        """One request fewer to disturb."""
        if self.times is not None:
            self.times -= 1


@dataclass
class Hang:
    """A request (or several) that gets no answer for now."""

    seconds: float | None
    began: asyncio.Event = field(default_factory=asyncio.Event)
    released: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        """Lets it go on."""
        self.released.set()

    async def wait(self) -> Response | None:
        """Waits for the time set, or for the release, whichever is first."""
        self.began.set()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.released.wait(), self.seconds)
        return None


class Faults:
    """The faults that are on order."""

    def __init__(self, updates: UpdateQueue) -> None:
        self._updates = updates
        self._ordered: list[Fault] = []
        self._hangs: list[Hang] = []
        self.idle = WeakSet[asyncio.Transport]()
        """The connections that have had their answers; `serving` names them."""

    def too_many_requests(self, retry_after: int = 1, **scope: Unpack[Scope]) -> Fault:
        """429: the bot has to be silent for `retry_after` seconds."""
        return self.refuses(too_many_requests(retry_after), **scope)

    def forbidden(self, why: str = "bot was blocked by the user", **scope: Unpack[Scope]) -> Fault:
        """403, though the person has not blocked the bot."""
        return self.refuses(RefusedError(403, f"Forbidden: {why}"), **scope)

    def bad_request(self, what: str, **scope: Unpack[Scope]) -> Fault:
        """400, with this description after "Bad Request: "."""
        return self.refuses(RefusedError(400, f"Bad Request: {what}"), **scope)

    def refuses(self, refusal: RefusedError, **scope: Unpack[Scope]) -> Fault:
        """Any refusal in Telegram's own form; the request is not carried out."""

        async def refuse() -> Response | None:
            raise refusal

        return self._order(Fault(before=refuse, **scope))

    def server_error(self, status: int = 502, *, as_html: bool = True, **scope: Unpack[Scope]) -> Fault:
        """5xx, as a proxy's page or as Telegram's JSON; the request is not carried out."""

        async def fail() -> Response | None:
            if as_html:
                return HTMLResponse(f"<html><h1>{status} Bad Gateway</h1></html>", status)
            description = "Internal Server Error: sorry"
            return JSONResponse({"ok": False, "error_code": status, "description": description}, status)

        return self._order(Fault(before=fail, **scope))

    def hangs(self, seconds: float | None = None, *, is_applied_first: bool = False, **scope: Unpack[Scope]) -> Hang:
        """No answer for so long, or until `release()`; then all goes on as if nothing had been.

        If the bot has given up by then, the request is not carried out, unless that `is_applied_first`.
        """
        hang = Hang(seconds)
        self._hangs.append(hang)
        moment = {"after": hang.wait} if is_applied_first else {"before": hang.wait}
        self._order(Fault(**moment, **scope))
        return hang

    def cuts_before_accepting(self, **scope: Unpack[Scope]) -> Fault:
        """The connection breaks and the request is not carried out."""
        return self._order(Fault(before=_cut, **scope))

    def cuts_after_accepting(self, **scope: Unpack[Scope]) -> Fault:
        """The request is carried out, and the connection breaks before the answer."""
        return self._order(Fault(after=_cut, **scope))

    def closes_idle_connections(self) -> None:
        """As a server does that has waited long enough: at once, and before anybody's event loop hears of it."""
        for connection in self.idle:
            if not connection.is_closing():
                connection.get_extra_info("socket").shutdown(socket.SHUT_RDWR)

    def answers_oddly(self, answer: object, **scope: Unpack[Scope]) -> Fault:
        """The request is carried out, and the answer is JSON, but none of Telegram's own."""

        async def answer_so() -> Response | None:
            return JSONResponse(answer)

        return self._order(Fault(after=answer_so, **scope))

    def delivers_each_update(self, *, times: int) -> None:
        """Every update is handed out so many times, though the bot has confirmed it."""
        self._updates.deliveries = times

    def next_for(self, request: Request) -> Fault | None:
        """The fault that hits this request, used up by one."""
        fault = next((fault for fault in self._ordered if fault.concerns(request)), None)
        if fault is not None:
            fault.use()
        return fault

    def clear(self) -> None:
        """All is well again: no faults, nothing hanging, each update once."""
        self._ordered.clear()
        self._updates.deliveries = 1
        while self._hangs:
            self._hangs.pop().release()

    def _order(self, fault: Fault) -> Fault:
        self._ordered.append(fault)
        return fault


async def _cut() -> Response | None:
    return CutConnection()
