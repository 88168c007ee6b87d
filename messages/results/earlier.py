"""What the bot says of earlier results."""

from datetime import date

from domain.frozen import frozen
from domain.slot import SlotKind
from messages.template import template


@frozen
class EarlierLine:
    """One of them.

    Attributes:
        number: None where nobody has counted.
    """

    supplier: str
    kind: SlotKind
    number: int | None
    year: int


@template("everyone_earlier_results_listed")
@frozen
class EarlierResultsListed:
    """A page of them."""

    lines: tuple[EarlierLine, ...]
    number: int
    pages: int


@template("everyone_earlier_result_shown")
@frozen
class EarlierResultShown:
    """One of them, with where it is known from.

    Attributes:
        entered_by: Empty where nobody has: it is of a city that is made up.
        is_corrected: Another says what is right instead.
    """

    line: EarlierLine
    source: str
    entered_by: str
    entered_on: date
    is_corrected: bool


@template("coordinator_earlier_result_checked")
@frozen
class EarlierResultChecked:
    """What will be kept.

    Attributes:
        is_new: The supplier is a new one.
        is_correction: It is right instead of what was entered before.
    """

    supplier: str
    kind: SlotKind
    number: int | None
    year: int
    source: str
    complaint: str
    is_new: bool = False
    is_correction: bool = False
