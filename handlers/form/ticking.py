"""Choices of which several can be ticked, one by one, until somebody says that all are there."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from handlers.form.question import Move, Option

CHOSEN = "wishing.chosen"
"""The word behind the name of one that is ticked."""

Ticked = TypeVar("Ticked")


def tick(
    fills: Mapping[str, Any], label: str = "", *, text: str = "", is_chosen: bool = False, note: str = CHOSEN
) -> Option:
    """One that can be ticked: what its press fills in; the question stays."""
    return Option(fills, label, text=text, note=note if is_chosen else "", move=Move.TICK)


def toggled(now: Sequence[Ticked], one: Ticked) -> list[Ticked]:
    """What is chosen once one has been pressed: that too, or no more."""
    return [each for each in now if each != one] if one in now else [*now, one]


def toggled_in_order(of_all: Iterable[Ticked], now: Sequence[Ticked], one: Ticked) -> list[Ticked]:
    """The same, in the order of all that can be chosen."""
    after = toggled(now, one)
    return [each for each in of_all if each in after]
