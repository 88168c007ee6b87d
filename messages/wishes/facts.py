"""A wish in words: made as a message is sent, and kept nowhere."""

from datetime import date

from domain.frozen import frozen
from domain.reversed_question import ReversedAnswer
from domain.slot import SlotKind, Trade
from domain.wish import Adaptation, Licence, SwedishLevel, WishHours, WishStatus


@frozen
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


@frozen
class AskedSupplier:
    """A supplier that was asked for such a place.

    Attributes:
        answer: None where it has not answered: nobody reminds it.
        later_on: The month that it named instead.
    """

    name: str
    asked_on: date
    answer: ReversedAnswer | None
    later_on: date | None
    is_taken_back: bool = False
    """It has said yes, and taken the offer back since."""


@frozen
class WishMatches:
    """What there is for a wish.

    Attributes:
        fits: How many offers fit, as far as is known.
        perhaps: How many more fit perhaps.
        asked: Whom the bot has asked, the latest first.
        is_looking: Whether somebody still looks, so that it matters.
    """

    fits: int
    perhaps: int
    asked: tuple[AskedSupplier, ...]
    is_looking: bool


@frozen
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
