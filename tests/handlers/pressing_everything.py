"""All that can be pressed and asked for, on a kept database in which every button was shown to somebody."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import NoReturn

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.command import Command
from handlers import door
from handlers.form.views import ANSWER, BACK, CANCEL
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.registry import BUTTONS
from messages.button import data
from storage.database import Database
from storage.outbox import OutboxRow
from storage.people.person import Person
from tests.kept.dump import FOLDER

OLDEST = FOLDER / "2bc7318.sqlite.sql.gz"
NOBODYS = 999_999
"""No row of any table has this number."""

OF_A_FORM = (ANSWER, BACK, CANCEL)
"""These go on with the form itself."""


class RolledBackError(Exception):
    """Nothing that was done is kept."""


def roll_back() -> NoReturn:
    """Undo all that was done in the transaction."""
    raise RolledBackError


async def shown_buttons(session: AsyncSession) -> list[str]:
    """What the latest button of each sort carries that was shown to anybody."""
    shown = {code: data(code) for code in BUTTONS}
    for content in await session.scalars(select(OutboxRow.content).order_by(OutboxRow.id)):
        for button in (button for row in content.get("buttons", []) for button in row):
            shown[button["data"].partition(":")[0]] = button["data"]
    return [carried for code, carried in shown.items() if code not in OF_A_FORM]


def buttons_to_nowhere() -> list[str]:
    """One of each sort, about what there never was."""
    return [data(code, NOBODYS, NOBODYS) for code in BUTTONS if code not in OF_A_FORM]


def pressing(carried: str) -> Callable[[Work, Person], Awaitable[None]]:
    """A press on a button that stands under no message that is known."""
    return lambda work, actor: door.press(work, actor, carried, None)


def asking_for(command: Command) -> Callable[[Work, Person], Awaitable[None]]:
    """A command with nothing behind it."""
    return lambda work, actor: door.run(work, actor, command, Typed())


async def at_its_end(database: Database) -> datetime:
    """When the kept database was written down."""
    async with database.read() as session:
        return await session.scalar(select(func.max(OutboxRow.queued_at))) or datetime.now(UTC)
