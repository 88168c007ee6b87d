"""Import contracts from the command line: the same looking and taking in as in the chat, by nobody but the operator."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.program import city_of
from bot.settings import Settings
from domain.language import Language
from handlers.handling.work import Work
from handlers.importing import actions, applying, looking, views
from handlers.importing.looking import Finding, Forecast
from messages.message import Message
from messages.rendering import plain, rendered
from storage.database import Database


async def look(database: Database, settings: Settings, content: bytes, *, now: datetime) -> Finding:
    """What taking the file in would do."""
    async with database.read() as session:
        return await looking.look(_work(session, settings, now), content)


async def take_in(  # noqa: PLR0913  what, where, and how
    database: Database, settings: Settings, content: bytes, *, mark: int, begins_again: bool, now: datetime
) -> Any | None:
    """Do what was shown under that mark; None, and nothing done, where it would be something else by now."""
    async with database.write() as session:
        work = _work(session, settings, now)
        looked = await looking.look(work, content)
        if not isinstance(looked, Forecast) or looked.mark != mark:
            return None
        await applying.take_in(work, looked.comparison, looked.known, begins_again=begins_again, actor=None)
        return actions.done(looked, begins_again=begins_again)


def worded(found: Finding, name: str, language: Language) -> str:
    """What would happen, in the words that a coordinator reads in the chat."""
    return plainly(views.preview(0, name, found).parameters, language)


def plainly(parameters: Any, language: Language) -> str:
    """A message without its formatting."""
    return plain(rendered(Message(parameters), language).text)


def _work(session: AsyncSession, settings: Settings, now: datetime) -> Work:
    return Work(session, now, city_of(settings), key=f"import:{now.isoformat()}")
