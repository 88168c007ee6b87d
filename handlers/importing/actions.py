"""Show what a file would change. A stand-in: it only says that the file has come."""

from handlers.work import Work
from messages.message import Message
from messages.sent_file import FileHasCome
from storage.person import Person
from storage.sent_file import SentFile


async def preview(work: Work, actor: Person, sent_file: SentFile) -> None:
    """Say that the file is here."""
    await work.tell(actor, Message(FileHasCome(sent_file.name)))
