"""What holds of every conversation."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.registry import BUTTONS
from storage.outbox import OutboxRow
from tests.city import City


@pytest.fixture
async def city(city: City) -> AsyncIterator[City]:
    """A running city, in which no button was shown that does nothing."""
    yield city
    assert await city.asks(buttons_of_nobody) == set(), "a button is shown that no house's routes.py names"


async def buttons_of_nobody(session: AsyncSession) -> set[str]:
    """The codes of buttons that the bot has shown, and that do nothing."""
    contents = await session.scalars(select(OutboxRow.content))
    rows = [row for content in contents for row in content.get("buttons", [])]
    return {button["data"].partition(":")[0] for row in rows for button in row} - BUTTONS.keys()
