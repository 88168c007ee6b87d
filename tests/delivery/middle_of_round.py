"""A round of delivery that is stopped in its middle, for what may happen there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from storage import delivery


@asynccontextmanager
async def in_the_middle(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[asyncio.Event]:
    """Rows have been taken up, and nothing of them sent; at the end of it, all goes on. The event tells of that."""
    has_come, may_go_on, take_up = asyncio.Event(), asyncio.Event(), delivery.take_up

    async def slow(*args: Any, **how: Any) -> Any:
        taken_up = await take_up(*args, **how)
        if taken_up:
            has_come.set()
            await may_go_on.wait()
        return taken_up

    with monkeypatch.context() as patched:
        patched.setattr(delivery, "take_up", slow)
        yield has_come
        may_go_on.set()
