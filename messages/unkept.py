"""Messages whose words are kept nowhere: what the outbox holds says where to look, and nothing that stands there.

Such a message has two templates. The outbox keeps the first: its parameters are numbers of rows, and its words are what
is said where those rows are no more. As it is sent, the house that it belongs to looks the rows up and makes the
second of it, which is registered as not kept: nobody can queue it. What is noted of its words is its template's name.
"""

from collections.abc import Mapping
from dataclasses import replace

from domain.reference import Reference
from messages.label import Label
from messages.message import Message, Rows


class Unkept:
    """The parameters of what the outbox keeps instead: a frozen dataclass of numbers inherits from it."""

    @property
    def tells_of(self) -> tuple[Reference, ...]:
        """The rows that are looked up, so that whoever disposes of one finds the messages that show it."""
        return ()


def told_of(message: Message) -> tuple[Reference, ...]:
    """The rows that a message tells of without keeping what it tells; none for most messages."""
    return message.parameters.tells_of if isinstance(message.parameters, Unkept) else ()


def without_words(rows: Rows) -> Rows:
    """Buttons that carry the same, with nothing on them that tells anything."""
    return tuple(tuple(replace(button, label=_UNTOLD) for button in row) for row in rows)


def labelled(rows: Rows, labels: Mapping[str, Label]) -> Rows:
    """The buttons with what is shown on them, by what each carries; what stands on the others stays."""
    return tuple(tuple(replace(button, label=labels.get(button.data, button.label)) for button in row) for row in rows)


_UNTOLD = Label("answer.choice")
