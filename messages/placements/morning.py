"""What a matcher hears in the morning, who wants to."""

from enum import StrEnum

from domain.frozen import frozen
from messages.slots.facts import SlotFacts
from messages.template import template


class Awaited(StrEnum):
    """What is to be asked about a placement, by where it is on its way; worded in [to_ask] of `labels.toml`."""

    PROPOSED = "proposed"
    """The supplier wants to know more before it answers."""
    INTERESTED = "interested"
    INTRODUCED = "introduced"
    AGREED = "agreed"
    ENDING = "ending"


@frozen
class ToAsk:
    """A placement about which it is the reader's turn."""

    code: str
    supplier: str
    awaited: Awaited


@template("matcher_morning")
@frozen
class MorningTold:
    """What has come since yesterday morning, and what waits for the reader. Each list may be empty, but not all.

    Attributes:
        new: How many offers are new and open.
        fitting: For how many of the reader's wishes they may be something.
        asked: The offers about which somebody waits for the reader's answer.
        quiet: The reader's offers about which the bot has asked them.
        to_ask: The placements about which it is their turn.
    """

    new: int
    fitting: int
    asked: tuple[SlotFacts, ...]
    quiet: tuple[SlotFacts, ...]
    to_ask: tuple[ToAsk, ...]
