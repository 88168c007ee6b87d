"""What the bot says about being away, and about standing in for somebody who is."""

from datetime import date

from domain.frozen import frozen
from messages.template import template


@template("everyone_away_set")
@frozen
class AwaySet:
    """Somebody is away from now on.

    Attributes:
        whose: The person's name; None where it is the reader.
    """

    whose: str | None
    back_on: date
    deputy: str | None


@template("everyone_away_shown")
@frozen
class AwayShown:
    """The reader is away, and asks about it."""

    back_on: date
    deputy: str | None


@template("everyone_back_again")
@frozen
class BackAgain:
    """The reader is back."""


@template("everyone_away_set_by_other")
@frozen
class AwaySetByOther:
    """A coordinator has noted that the reader is away."""

    back_on: date
    deputy: str | None
    set_by: str


@template("everyone_away_undone")
@frozen
class AwayUndone:
    """What was noted of an absence is taken back.

    Attributes:
        whose: The person's name; None where it is the reader.
        back_on: Until when they are away as before; None where they are not.
    """

    whose: str | None
    back_on: date | None


@template("everyone_away_undone_by_other")
@frozen
class AwayUndoneByOther:
    """A coordinator has taken back what was noted of the reader's absence."""

    back_on: date | None
    undone_by: str


@template("everyone_is_deputy_no_more")
@frozen
class IsDeputyNoMore:
    """The reader need not stand in for somebody after all."""

    whose: str


@template("everyone_deputy_set")
@frozen
class DeputySet:
    """It is settled who stands in for somebody."""

    whose: str
    deputy: str | None


@template("everyone_deputy_set_by_other")
@frozen
class DeputySetByOther:
    """A coordinator has settled who stands in for the reader."""

    deputy: str | None
    set_by: str


@template("everyone_is_deputy")
@frozen
class IsDeputy:
    """The reader stands in for somebody.

    Attributes:
        back_on: Until when; None where they are not away now.
    """

    whose: str
    back_on: date | None
