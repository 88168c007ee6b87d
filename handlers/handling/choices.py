"""Choices under a message: buttons in rows, each with its number, and the ways to the pages beside this one."""

from collections.abc import Sequence

from messages.button import Button, data
from messages.label import Label
from messages.message import Rows

Choice = tuple[Label, str]
"""What stands on a button, and what it carries."""


def numbered(choices: Sequence[Choice], *, first: int = 1, in_a_row: int = 1) -> Rows:
    """The choices as buttons with their numbers, so many beside one another."""
    buttons = [Button(label, carried, number=first + place) for place, (label, carried) in enumerate(choices)]
    return tuple(tuple(buttons[place : place + in_a_row]) for place in range(0, len(buttons), in_a_row))


def beside(code: str, *numbers: int, page: int, pages: int) -> list[Choice]:
    """The ways to the pages before and after this one."""
    ways = [("list.previous", page - 1), ("list.next", page + 1)]
    return [(Label(label), data(code, *numbers, there)) for label, there in ways if 0 <= there < pages]
