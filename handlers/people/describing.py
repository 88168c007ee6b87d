"""Say what the bot is, to whoever comes by before they press Start."""

from domain.language import Language
from handlers.handling.work import Work
from messages.people.description import description, short_description
from storage.outbox import Method

IN_ANY_OTHER = ""
"""How Telegram calls what those see whose language has no text of its own."""


async def describe(work: Work) -> None:
    """Queue what Telegram is to show, in each language; what it shows already is not sent again."""
    for code, language in ((IN_ANY_OTHER, work.city.language), *((each.value, each) for each in Language)):
        words = description(work.city.name, work.city.contact, language)
        await work.describe(Method.SET_MY_DESCRIPTION, code, words)
        await work.describe(Method.SET_MY_SHORT_DESCRIPTION, code, short_description(work.city.name, language))
