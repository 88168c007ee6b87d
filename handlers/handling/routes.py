"""What can happen in a house: its commands, its buttons, and what the clock does with it."""

from collections.abc import Awaitable, Callable

from domain.command import Command
from domain.frozen import frozen
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.message import Message
from messages.unkept import Unkept
from storage.people.person import Person


@frozen
class Typed:
    """A command as it was typed.

    Attributes:
        words: What stands behind the command; most often nothing.
        message_id: The message's number in the chat.
    """

    words: str = ""
    message_id: int | None = None


Run = Callable[[Work, Person, Typed], Awaitable[Answer]]
"""Does what a command asks for."""

Act = Callable[[Work, Person, Press], Awaitable[Answer]]
"""Does what a button asks for."""

Duty = Callable[[Work], Awaitable[bool]]
"""Does a part of what is due, in its transaction; says whether there may be more."""


Wording = Callable[[Work, Message], Awaitable[Message | None]]
"""Looks up what a message tells whose words are kept nowhere, given what is kept instead, and makes the message of it
that is sent; None where it isn't there any more. It only reads."""


@frozen
class Routes:
    """What can happen in one house.

    Who may use which command stands in `domain/command.py`; who may press what is asked by what the button does.

    Attributes:
        commands: What each command does.
        buttons: What each button does, by what it carries first.
        duties: What the clock does, in this order.
        wordings: How those messages are worded whose words are kept nowhere, by the parameters that are kept.
    """

    commands: tuple[tuple[Command, Run], ...] = ()
    buttons: tuple[tuple[str, Act], ...] = ()
    duties: tuple[Duty, ...] = ()
    wordings: tuple[tuple[type[Unkept], Wording], ...] = ()
