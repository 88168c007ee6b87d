"""What a press, a command or a text is answered with. The door shows it: `handlers/door.py`."""

from enum import Enum

from domain.frozen import frozen
from domain.reference import Reference
from messages.message import Message


@frozen
class Below:
    """A message of its own, below whatever was pressed.

    Attributes:
        message: What is said.
        about: What it is about, so that it can be found and changed later.
        key: Its key in the outbox, where it may be said only once or must be found by how its key begins.
    """

    message: Message
    about: Reference | None = None
    key: str = ""


@frozen
class Onward:
    """What another house answers to a button of its own: so one press counts here and leads there.

    Attributes:
        carried: What that button carries: a code of `handlers/doorways.py`, and its numbers.
    """

    carried: str


class LastWord(Enum):
    """There is no message to show, and who has had the last word in the chat."""

    FORM = "form"
    """A form has just been opened or has gone on: its question stands last already."""


Answer = Message | Below | Onward | LastWord | None
"""A message stands where the button was pressed, or as a new one. None: there is nothing to show."""


class NotTheirsError(Exception):
    """What was asked for is not there, or not the asker's; both are answered alike, so that nobody learns what exists.

    Raise it before anything is written. Where that can't be, what the press has written is rolled back with it.
    """
