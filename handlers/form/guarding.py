"""What becomes of a message that carries a personal number where nobody reads it as an answer."""

from domain.secrecy import Finding
from handlers.form import answering, filling
from handlers.handling.answer import Answer
from handlers.handling.work import Work
from handlers.secrecy.removing import remove
from messages import everyone
from messages.message import Message
from storage.people.person import Person


async def refuse(work: Work, actor: Person, message_id: int | None, *, is_text: bool) -> Answer:
    """Take it out of the chat and say why; an open form asks its question again."""
    await remove(work, actor, message_id, Finding.PERSONAL_NUMBER)
    if await filling.is_open(work, actor):
        return await answering.refuse(work, actor, f"secrecy_{Finding.PERSONAL_NUMBER}")
    return Message(everyone.PersonalNumberDeleted() if is_text else everyone.MessageRemoved())
