"""What is answered on the short path, as values of their types."""

from datetime import date
from typing import Final, Literal

from domain.frozen import frozen
from domain.slot import SlotKind, Trade

OPEN_END: Final = "open"
"""The answer of somebody who does not know the end yet."""


@frozen
class ShortPath:
    """The answers once all are given.

    Attributes:
        places: How many places, mentors, or people in a visiting group; 1 where that isn't asked.
        contract_id: The contract that was chosen; None where none was asked for.
        answer_by: By when the supplier wants an answer; None where it has not said.
    """

    kind: SlotKind
    trade: Trade
    area: str
    starts_on: date
    places: int = 1
    ends_on: date | Literal["open"] = OPEN_END
    contract_id: int | None = None
    answer_by: date | None = None

    @property
    def last_day(self) -> date | None:
        """The last day; None where it is open or isn't asked."""
        return None if self.ends_on == OPEN_END else self.ends_on


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
    ends_on: date | Literal["open"] | None = None
    employment_form: str = ""

    @property
    def ends_too_early(self) -> bool:
        """Whether the end has come before the start, which was changed after it."""
        return isinstance(self.ends_on, date) and self.starts_on is not None and self.ends_on <= self.starts_on
