"""A wish in words: made as a message is sent, and kept nowhere."""

from dataclasses import dataclass
from datetime import date

from domain.slot import SlotKind, Trade
from domain.wish import Adaptation, Licence, SwedishLevel, WishHours, WishStatus


@dataclass(frozen=True)
class WishedFacts:
    """What a place should be like.

    Attributes:
        area: The area's name; empty where any will do.
        from_on: The first day of the month; None where at once.
    """

    kind: SlotKind
    trade: Trade
    area: str
    from_on: date | None
    hours: WishHours | None
    swedish: SwedishLevel | None
    licence: Licence | None
    adaptations: tuple[Adaptation, ...]


@dataclass(frozen=True)
class WishFacts:
    """A wish as matchers see it.

    Attributes:
        code: As it is read aloud.
        matcher: Whose it is, where it is a colleague's; empty for the reader's own.
    """

    code: str
    status: WishStatus
    wished: WishedFacts
    matcher: str
