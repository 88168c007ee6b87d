"""A round of delivery that is stopped in its middle, for what may happen there."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from storage import outgoing


@asynccontextmanager
async def in_the_middle(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[asyncio.Event]:
    """Rows have been taken up, and nothing of them sent; at the end of it, all goes on. The event tells of that."""
    has_come, may_go_on = asyncio.Event(), asyncio.Event()

    def slow(take_up: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def taken_up(*args: Any, **how: Any) -> Any:
            taken = await take_up(*args, **how)
            if taken:
                has_come.set()
                await may_go_on.wait()
            return taken

        return taken_up

    with monkeypatch.context() as patched:
        for one in (outgoing.take_up, outgoing.take_up_new):
            patched.setattr(outgoing, one.__name__, slow(one))
        yield has_come
        may_go_on.set()
