"""What the bot says of a year's results."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.programme import Programme
from domain.slot import SlotKind
from messages.template import template


class ResultNews(StrEnum):
    """What has just happened; worded in [result_news] of `labels.toml`."""

    ENTERED = "entered"
    CORRECTED = "corrected"
    MEANWHILE = "meanwhile"
    COUNTED = "counted"


class WithEarlier:
    """What Steget has of something, beside what is entered from elsewhere."""

    number: int
    earlier: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.number + self.earlier


@frozen
class Begun(WithEarlier):
    """In how many places somebody has begun.

    Attributes:
        number: As both sides say in Steget.
        earlier: As it is entered from elsewhere.
    """

    kind: SlotKind
    number: int
    earlier: int


@frozen
class Residents(WithEarlier):
    """How many have begun somewhere that year, each counted once.

    Attributes:
        number: Those whose start both sides have said in Steget.
        earlier: How many more are entered from elsewhere.
    """

    number: int
    earlier: int


@frozen
class WouldAgain:
    """What suppliers answered when they were asked whether they would take somebody again."""

    yes: int
    perhaps: int
    no: int


@frozen
class Held(WithEarlier):
    """How many visits or lectures were held.

    Attributes:
        participants: How many took part, of those held in Steget.
        earlier: How many more are entered from elsewhere.
    """

    kind: SlotKind
    number: int
    participants: int
    earlier: int


@frozen
class Counted:
    """A programme's month.

    Attributes:
        number: None where the reader learns only that it is small.
    """

    month: date
    number: int | None


@frozen
class ProgrammeMonths:
    """The months of a year in which a programme was counted."""

    programme: Programme
    months: tuple[Counted, ...]


@template("everyone_results_shown")
@frozen
class ResultsShown:
    """A year's results, as they are on a day.

    Attributes:
        mentors: None in what was kept before they stood beside what is held.
        again: None where too few have answered.
    """

    year: int
    on: date
    begun: tuple[Begun, ...]
    held: tuple[Held, ...]
    programmes: tuple[ProgrammeMonths, ...]
    news: ResultNews | None = None
    mentors: Begun | None = None
    residents: Residents = Residents(0, 0)
    again: WouldAgain | None = None
