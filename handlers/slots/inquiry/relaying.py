"""Pass on what somebody has written, and remember in which of their messages, so that it can be changed there."""

from collections.abc import Iterable

from handlers.handling.work import Work
from handlers.people import notice
from handlers.people.recipient import Recipient
from messages.message import Message
from storage.people.person import Person
from storage.slots import relayed_text
from storage.slots.inquiry import Inquiry
from storage.slots.relayed_text import RelayedPart, RelayedText


async def keep(  # noqa: PLR0913, PLR0917  who has written what, where, and as what
    work: Work, writer: Person, asked: Inquiry, part: RelayedPart, words: str, message_id: int | None
) -> RelayedText:
    """Keep a text that is about to be passed on."""
    return await relayed_text.keep(
        work.session,
        inquiry_id=asked.id,
        part=part,
        written_by=writer.id,
        message_id=message_id,
        words=words,
    )


async def pass_on(
    work: Work, asked: Inquiry, relayed: RelayedText | None, message: Message, to: Iterable[Recipient]
) -> None:
    """Tell it at once, silently outside working hours."""
    for each in to:
        key = f"{key_begins(relayed)}{each.person.id}:{work.key}" if relayed is not None else ""
        await notice.tell_directly(work, each.person, each.gets(message), about=asked.reference, key=key)


def key_begins(relayed: RelayedText) -> str:
    """How the keys of the messages begin in which the text was passed on."""
    return f"relayed:{relayed.id}:"
