"""What Telegram shows of the bot before anybody presses Start: in its empty chat, and on its page."""

from domain.frozen import frozen
from domain.language import Language
from messages.message import Message
from messages.rendering import plain, rendered
from messages.template import template

LONGEST = 512
LONGEST_SHORT = 120
"""Telegram's limits."""


@template("stranger_description")
@frozen
class Description:
    """In the empty chat: what this is, whom it is for, and who is behind it."""

    city: str
    contact: str


@template("stranger_short_description")
@frozen
class ShortDescription:
    """The same in a line, on the bot's page and wherever its link is passed on."""

    city: str


def description(city: str, contact: str, language: Language) -> str:
    """As plain text, which is all that is shown there."""
    return _cut(Message(Description(city, contact)), language, LONGEST)


def short_description(city: str, language: Language) -> str:
    """As plain text, in a line."""
    return _cut(Message(ShortDescription(city)), language, LONGEST_SHORT)


def _cut(message: Message, language: Language, most: int) -> str:
    text = plain(rendered(message, language).text)
    return text if len(text) <= most else f"{text[: most - 1]}…"
