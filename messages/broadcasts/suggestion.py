"""What a broadcast could say: a ready text of each sort, to be taken as it is or to begin with."""

from domain.broadcast import BroadcastSort
from domain.frozen import frozen
from domain.language import Language
from domain.quarter import Quarter
from domain.slot import SlotKind
from messages.message import Message
from messages.rendering import plain, rendered
from messages.template import template


@frozen
class Gift:
    """What a supplier has given of one kind.

    Attributes:
        number: None where it is not told.
    """

    kind: SlotKind
    number: int | None


@frozen
class Example:
    """A supplier that may be named, and what it has given in a year."""

    supplier: str
    year: int
    gifts: tuple[Gift, ...]


@frozen
class QuarterGave:
    """What has come of it in a quarter.

    Attributes:
        is_over: Else it is told so far.
        offered: Places in which somebody may begin; None where they are fewer than may be told.
        begun: In so many of them somebody has begun, as both sides say; None where that may not be told.
        held: Visits and lectures.
    """

    quarter: Quarter
    is_over: bool
    offered: int | None
    begun: int | None
    held: int

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to tell of; what may not be told is something."""
        return (self.offered, self.begun, self.held) == (0, 0, 0)


@template("supplier_broadcast_suggested")
@frozen
class BroadcastSuggested:
    """A ready text.

    Attributes:
        example: What a good example is told of; None for the other sorts.
        gave: What results are told of; None for the other sorts.
    """

    sort: BroadcastSort
    city: str
    example: Example | None = None
    gave: QuarterGave | None = None


@frozen
class Suggestion:
    """A ready text in both languages.

    Attributes:
        supplier: Whom it tells of; empty where it tells of nobody.
    """

    words_sv: str
    words_en: str
    supplier: str = ""


def worded(suggested: BroadcastSuggested, language: Language) -> str:
    """The text, as somebody would type it."""
    return plain(rendered(Message(suggested), language).text)
