"""What is said when suppliers are asked whether they may be named."""

from enum import StrEnum

from domain.frozen import frozen
from domain.naming import Naming
from messages.template import template


@template("supplier_naming_asked")
@frozen
class NamingAsked:
    """May the city name you? The first line alone must do on a lock screen.

    Attributes:
        answer: What holds now; None where nobody has answered.
    """

    supplier: str
    city: str
    answer: Naming | None = None


@template("supplier_naming_answered")
@frozen
class NamingAnswered:
    """What holds from now on."""

    supplier: str
    city: str
    answer: Naming


@template("coordinator_naming_awaited")
@frozen
class NamingAwaited:
    """What a supplier has answered for which a draft of a broadcast waits."""

    supplier: str
    answer: Naming


@template("coordinator_naming_to_ask")
@frozen
class NamingToAsk:
    """Whom the bot would ask, and whom it would not.

    Attributes:
        to_ask: Names of those who have taken part, and have not answered.
        answered: How many have, so that they are not asked.
        asked_lately: Who was asked within a year and has not answered.
        out_of_reach: Who has nobody in Steget who can be reached.
    """

    year: int
    to_ask: tuple[str, ...]
    answered: int
    asked_lately: tuple[str, ...]
    out_of_reach: tuple[str, ...]


@template("coordinator_naming_sent")
@frozen
class NamingSent:
    """They are asked.

    Attributes:
        is_now: The question goes now; else it waits for working hours.
    """

    asked: tuple[str, ...]
    is_now: bool


class Asking(StrEnum):
    """What became of asking one supplier."""

    SENT = "sent"
    WAITS = "waits"
    """It goes when the working day begins."""
    ANSWERED = "answered"
    """It has answered before, so that it is not asked."""
    LATELY = "lately"
    """It was asked within a year, and has not answered."""
    OUT_OF_REACH = "out_of_reach"
    """It has nobody in Steget who can be reached."""


@template("coordinator_naming_asked")
@frozen
class NamingAskedOne:
    """Whether one supplier is asked.

    Attributes:
        answer: What it has answered; None where it has not.
    """

    supplier: str
    asking: Asking
    answer: Naming | None
