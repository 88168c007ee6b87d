"""A file that somebody sends in the chat: noted at once, fetched outside of any transaction, and then shown."""

from domain.access import may
from domain.action import Action
from domain.contract_sheet import MOST_BYTES
from domain.frozen import frozen
from handlers.form import asking
from handlers.handling.answer import Answer
from handlers.handling.work import Work
from handlers.importing import actions
from handlers.importing.looking import Finding
from messages.importing.sent_file import FileBeingRead, FileNotRead, FileTooLarge
from messages.message import Message
from storage.importing import fetching
from storage.importing.fetching import Try
from storage.importing.sent_file import SentFile
from storage.people import person
from storage.people.person import Person

MOST_KEPT_OF_NAME = 200
"""Characters of the file's name."""


@frozen
class Offered:
    """A file as Telegram tells of it.

    Attributes:
        telegram_file_id: By which it can be fetched.
        name: As its sender calls it; empty where it has no name.
        size: Bytes; None where Telegram doesn't say.
    """

    telegram_file_id: str
    name: str
    size: int | None


async def receive(work: Work, actor: Person, offered: Offered) -> Answer:
    """Say that the file is being read, and let it be fetched: both, or neither."""
    if offered.size is not None and offered.size > MOST_BYTES:
        return _too_large()
    sent_file = SentFile(
        person_id=actor.id,
        telegram_file_id=offered.telegram_file_id,
        name=offered.name[:MOST_KEPT_OF_NAME],
        size=offered.size,
        sent_at=work.now,
        fetch_at=work.now,
        attempts=0,
    )
    fetching.wait_for(work.session, sent_file)
    return Message(FileBeingRead(sent_file.name))


async def show(work: Work, this: Try, content: bytes, found: Finding) -> None:
    """Keep what was fetched, and show what it would change, once; to nobody who may not import any more."""
    sent_file = await fetching.end(work.session, this, content=content)
    if sent_file is None:
        return
    sender = await person.find(work.session, sent_file.person_id)
    if may(sender.actor, Action.IMPORT):
        await _tell(work, sender, await actions.preview(work, sent_file, found))
    else:
        sent_file.content = None


async def refuse_as_too_large(work: Work, this: Try) -> None:
    """It was larger than Telegram said."""
    await _end_without(work, this, _too_large())


async def give_up(work: Work, this: Try) -> None:
    """It can't be had, however often it is tried: its sender hears so."""
    await _end_without(work, this, None)


async def _end_without(work: Work, this: Try, why: Message | None) -> None:
    sent_file = await fetching.end(work.session, this, content=None)
    if sent_file is None:
        return
    sender = await person.find(work.session, sent_file.person_id)
    if may(sender.actor, Action.IMPORT):
        await _tell(work, sender, why or Message(FileNotRead(sent_file.name, work.city.contact)))


async def _tell(work: Work, sender: Person, message: Message) -> None:
    """Say it, and let a form that is open have the last word."""
    await work.tell(sender, message)
    await asking.show_again(work, sender)


def _too_large() -> Message:
    return Message(FileTooLarge(MOST_BYTES // 1_000_000))
