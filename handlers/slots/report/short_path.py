"""What is answered on the short path, as values of their types."""

from datetime import date

from domain.frozen import frozen
from domain.slot import SlotKind, Trade
from handlers.form.open_day import OPEN, day_unless_open


@frozen
class ShortPath:
    """The answers once all are given.

    Attributes:
        places: How many places, mentors, or people in a visiting group; 1 where that isn't asked.
        ends_on: As it is answered: the last day as in ISO 8601, or that it is open.
        contract_id: The contract that was chosen; None where none was asked for.
        answer_by: By when the supplier wants an answer; None where it has not said.
    """

    kind: SlotKind
    trade: Trade
    area: str
    starts_on: date
    places: int = 1
    ends_on: str = OPEN
    contract_id: int | None = None
    answer_by: date | None = None

    @property
    def last_day(self) -> date | None:
        """The last day; None where it is open or isn't asked."""
        return day_unless_open(self.ends_on)


@frozen
class OfferedAgain:
    """What is offered as it was the last time."""

    kind: SlotKind
    trade: Trade
    area: str
    places: int = 1


@frozen
class ShortPathSoFar:
    """Those answers on the way that other questions depend on."""

    kind: SlotKind | None = None
    area: str = ""
    starts_on: date | None = None
    ends_on: str = ""
    employment_form: str = ""

    @property
    def ends_too_early(self) -> bool:
        """Whether the end has come before the start, which was changed after it."""
        last_day = day_unless_open(self.ends_on)
        return last_day is not None and self.starts_on is not None and last_day <= self.starts_on
