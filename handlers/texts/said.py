"""A text as it came, and what a row of the table makes of it."""

from collections.abc import Awaitable, Callable

from domain.frozen import frozen
from handlers.handling.work import Work
from storage.people.person import Person


@frozen
class Said:
    """A text as it came.

    Attributes:
        words: What it says.
        message_id: The message's number in the chat.
        replied_to: The number of the message that it replies to.
    """

    words: str
    message_id: int | None = None
    replied_to: int | None = None


Taken = Callable[[], Awaitable[None]]
"""Does what a text was taken for."""

Reading = Callable[[Work, Person, Said], Awaitable[Taken | None]]
"""One row: what the text is taken for, or None where it is something else."""
