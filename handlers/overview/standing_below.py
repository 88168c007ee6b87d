"""Where an answer stands: a picture's words can't become a list, so what is pressed under one comes below it."""

from handlers.handling.answer import Answer, Below
from handlers.handling.press import Press
from messages.message import Message
from storage.outbox import SAYS_UNDER_FILE


def beside(press: Press, message: Message) -> Answer:
    """The message in place of the one that was pressed, or below it where that is a picture."""
    return Below(message) if is_under_picture(press) else message


def is_under_picture(press: Press) -> bool:
    """Whether what was pressed stands under a picture."""
    return press.shown is not None and press.shown.method in SAYS_UNDER_FILE
