"""The one table of what a text can be (docs/decisions/0023). The first row that takes it for something decides.

A row asks the database only where the words alone don't rule it out: an answer typed into a form passes by the first
four without a statement.
"""

from handlers.handling.work import Work
from handlers.texts import (
    answer,
    asked,
    asked_often,
    button,
    command,
    invitation,
    kind_word,
    nothing,
    offer,
    question,
    reply,
    secret,
)
from handlers.texts.said import Reading, Said
from storage.people.person import Person

READINGS: tuple[Reading, ...] = (
    secret.read,
    invitation.read,
    command.read,
    reply.read,
    answer.read,
    button.read,
    asked.read,
    asked_often.read,
    offer.read,
    question.read,
    kind_word.read,
    nothing.read,
)
"""A secret, an invitation, a command, a reply to a message, an answer in the open form, a button, the answer to what
somebody has asked, what is asked often, an offer in words, a question, a kind word, nothing that is understood."""


async def take(work: Work, actor: Person, said: Said) -> None:
    """Do what the text is taken for."""
    for read in READINGS:
        taken = await read(work, actor, said)
        if taken is not None:
            await taken()
            return
