"""Buttons: what stands on them, and the few bytes that come back when one is pressed."""

from domain.frozen import frozen
from domain.language import Language
from domain.pattern import Pattern
from messages.label import Label

MOST_CARRIED = 64
"""Telegram's limit for what a button carries."""

NUMBER = Pattern(r"[0-9a-z]{1,12}")
"""A number as `base36` writes it; with one more digit it could be larger than what a database keeps."""


@frozen
class Button:
    """One choice under a message.

    Attributes:
        label: What stands on it.
        data: What comes back: an action of two or three letters and numbers in base 36, with colons between.
        number: The number by which the choice can also be answered in text; 0 where it has none.
    """

    label: Label
    data: str
    number: int = 0

    def worded(self, language: Language) -> str:
        """What stands on the button, with its number before it."""
        wording = self.label.worded(language)
        return f"{self.number}. {wording}" if self.number else wording


def data(action: str, *numbers: int) -> str:
    """What a button carries for an action and its numbers."""
    carried = ":".join([action, *map(base36, numbers)])
    if len(carried.encode()) > MOST_CARRIED:
        raise ValueError("a button can't carry that much")
    return carried


def parsed(carried: str) -> tuple[str, list[int]] | None:
    """The action and its numbers; None for what no button of ours carries."""
    action, *numbers = carried.split(":")
    if not all(map(NUMBER.fullmatch, numbers)):
        return None
    return action, [int(number, 36) for number in numbers]


def base36(number: int) -> str:
    """A number from 0 in the shortest letters and digits that `int(…, 36)` reads back."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    high, low = divmod(number, 36)
    return (base36(high) if high else "") + digits[low]
