"""The ways to contribute, as a company reads of them."""

from domain.frozen import frozen
from domain.slot import SlotKind, Trade
from messages.template import template


@frozen
class WayExample:
    """What others have done, from this city's own record.

    Attributes:
        suppliers: How many; None where that may not be told.
        trade: In which trade; None where it may not be told, or was in several.
        named: Some of them that have said yes to being named.
    """

    year: int
    suppliers: int | None
    trade: Trade | None
    named: tuple[str, ...]


@frozen
class Way:
    """One of the ways.

    Attributes:
        example: None where the city has no record of it.
    """

    kind: SlotKind
    example: WayExample | None


@template("everyone_ways_shown")
@frozen
class WaysShown:
    """All six of them.

    Attributes:
        may_offer: The reader is a supplier's contact.
    """

    ways: tuple[Way, ...]
    may_offer: bool


@template("everyone_way_shown")
@frozen
class WayShown:
    """One of them, in more words."""

    way: Way


@template("everyone_programmes_shown")
@frozen
class ProgrammesShown:
    """Who the programmes are for through which residents come."""
