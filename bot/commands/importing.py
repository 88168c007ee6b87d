"""Import contracts from the command line: the same looking and taking in as in the chat, by nobody but the operator."""

from dataclasses import replace
from typing import Any

from bot.city_settings import city_of
from bot.contract_files import ContractFiles
from bot.settings import Settings
from domain.clock import Clock
from domain.language import Language
from handlers.handling.work import Work
from handlers.importing import accepted, applying, views
from handlers.importing.applying import ChangedMeanwhileError
from handlers.importing.looking import Finding, Forecast
from messages.importing.importing import ColumnsWrong, ImportPreviewed, ImportRefused
from messages.message import Message
from messages.rendering import plain, rendered
from storage.database import Database


async def look(database: Database, settings: Settings, content: bytes, *, clock: Clock) -> Finding:
    """What taking the file in would do."""
    return await ContractFiles(database, clock, city_of(settings)).look(content)


async def take_in(
    database: Database, settings: Settings, looked: Forecast, *, begins_again: bool, clock: Clock
) -> Any | None:
    """Do what was shown; None, and nothing done, where it would be something else by now."""
    city = city_of(settings)
    staging_id = await ContractFiles(database, clock, city).stage(looked, begins_again=begins_again)
    try:
        async with database.write() as session:
            work = Work(session, clock.now(), city, key=f"import:{staging_id}")
            await applying.take_in(work, looked, staging_id, actor=None)
    except ChangedMeanwhileError:
        return None
    return accepted.done(looked, begins_again=begins_again)


def worded(found: Finding, name: str, language: Language) -> str:
    """What would happen, in the words that a coordinator reads in the chat, but for what is a button there."""
    parameters = views.preview(0, name, found).parameters
    if isinstance(parameters, (ColumnsWrong, ImportPreviewed, ImportRefused)):
        parameters = replace(parameters, is_in_terminal=True)
    return plainly(parameters, language)


def plainly(parameters: Any, language: Language) -> str:
    """A message without its formatting."""
    return plain(rendered(Message(parameters), language).text)
