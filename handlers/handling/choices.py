"""Choices under a message: buttons in rows, each with its number, and the ways to the pages beside this one."""

from collections.abc import Sequence

from domain.frozen import frozen
from messages.button import Button, data
from messages.label import Label
from messages.message import Rows

Choice = tuple[Label, str]
"""What stands on a button, and what it carries."""

WaysNamed = tuple[str, str]
"""The labels of the ways to the page before and to the page after."""

IN_LISTS: WaysNamed = ("list.previous", "list.next")


@frozen
class Page:
    """One page of a list that is too long for one message.

    Attributes:
        place: Which page, from 0; buttons carry it so.
        pages: How many there are; one even where the list is empty.
        size: How many lines a full page has.
    """

    place: int
    pages: int
    size: int

    @property
    def number(self) -> int:
        """Which page, from 1, as people read it."""
        return self.place + 1

    @property
    def skipped(self) -> int:
        """How many lines stand on the pages before it."""
        return self.place * self.size


def page_of(wanted: int, total: int, *, size: int) -> Page:
    """The wanted page of a list of so many lines; the nearest one where there is no such page."""
    pages = max(1, -(-total // size))
    return Page(min(max(wanted, 0), pages - 1), pages, size)


def numbered(choices: Sequence[Choice], *, first: int = 1, in_a_row: int = 1) -> Rows:
    """The choices as buttons with their numbers, so many beside one another."""
    buttons = [Button(label, carried, number=first + place) for place, (label, carried) in enumerate(choices)]
    return tuple(tuple(buttons[place : place + in_a_row]) for place in range(0, len(buttons), in_a_row))


def beside(page: Page, code: str, *numbers: int, named: WaysNamed = IN_LISTS) -> list[Choice]:
    """The ways to the pages before and after this one: the button's code and numbers, and behind them the page."""
    return [(label, data(code, *numbers, place)) for label, place in places_beside(page, named)]


def places_beside(page: Page, named: WaysNamed = IN_LISTS) -> list[tuple[Label, int]]:
    """The pages before and after this one, as far as there are any, each with its button's label."""
    ways = zip(named, (page.place - 1, page.place + 1), strict=True)
    return [(Label(label), place) for label, place in ways if 0 <= place < page.pages]
