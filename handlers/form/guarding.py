"""What becomes of a message that carries a personal number where nobody reads it as an answer."""

from domain.secrecy import Finding
from handlers.form import answering, filling
from handlers.form.asking import as_question, said_as
from handlers.handling.answer import Answer, Below, LastWord
from handlers.handling.work import Work
from handlers.secrecy.removing import remove
from messages import everyone
from messages.message import Message
from storage import outbox
from storage.people.person import Person


async def refuse(work: Work, actor: Person, message_id: int | None, *, is_text: bool, key: str = "") -> Answer:
    """Take it out of the chat and say why; an open form asks its question again. What has a key is explained once."""
    await remove(work, actor, message_id, Finding.PERSONAL_NUMBER)
    if key and await outbox.was_said(work.session, said_as(key)):
        return LastWord.FORM
    if await filling.is_open(work, actor):
        complaint = f"secrecy_{Finding.PERSONAL_NUMBER}"
        return await answering.refuse(work, actor, complaint, key=key and as_question(key))
    return Below(Message(everyone.PersonalNumberDeleted() if is_text else everyone.MessageRemoved()), key=key)
