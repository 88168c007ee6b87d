"""What the bot says about being away, and about standing in for somebody who is."""

from dataclasses import dataclass
from datetime import date

from messages.template import template


@template("everyone_away_set")
@dataclass(frozen=True)
class AwaySet:
    """Somebody is away from now on.

    Attributes:
        whose: The person's name; None where it is the reader.
    """

    whose: str | None
    back_on: date
    deputy: str | None


@template("everyone_away_shown")
@dataclass(frozen=True)
class AwayShown:
    """The reader is away, and asks about it."""

    back_on: date
    deputy: str | None


@template("everyone_back_again")
@dataclass(frozen=True)
class BackAgain:
    """The reader is back."""


@template("everyone_away_set_by_other")
@dataclass(frozen=True)
class AwaySetByOther:
    """A coordinator has noted that the reader is away."""

    back_on: date
    deputy: str | None
    set_by: str


@template("everyone_away_undone")
@dataclass(frozen=True)
class AwayUndone:
    """What was noted of an absence is taken back.

    Attributes:
        whose: The person's name; None where it is the reader.
        back_on: Until when they are away as before; None where they are not.
    """

    whose: str | None
    back_on: date | None


@template("everyone_away_undone_by_other")
@dataclass(frozen=True)
class AwayUndoneByOther:
    """A coordinator has taken back what was noted of the reader's absence."""

    back_on: date | None
    undone_by: str


@template("everyone_is_deputy_no_more")
@dataclass(frozen=True)
class IsDeputyNoMore:
    """The reader need not stand in for somebody after all."""

    whose: str


@template("everyone_deputy_set")
@dataclass(frozen=True)
class DeputySet:
    """It is settled who stands in for somebody."""

    whose: str
    deputy: str | None


@template("everyone_deputy_set_by_other")
@dataclass(frozen=True)
class DeputySetByOther:
    """A coordinator has settled who stands in for the reader."""

    deputy: str | None
    set_by: str


@template("everyone_is_deputy")
@dataclass(frozen=True)
class IsDeputy:
    """The reader stands in for somebody.

    Attributes:
        back_on: Until when; None where they are not away now.
    """

    whose: str
    back_on: date | None
