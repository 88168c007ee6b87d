"""What is answered before a meeting is booked or moved, as values of their types."""

from datetime import date, time

from domain.frozen import frozen
from domain.meeting import MeetingKind


@frozen
class ChosenPeople:
    """Who is to be asked, out of those who could be under that contract."""

    contract_id: int | None
    people: list[int]


@frozen
class ContractOrWords:
    """The contract as it was pressed, by its id, or as it was typed: words that are searched for."""

    contract_id: int | str | None = None


@frozen
class AnsweredSoFar:
    """What the questions look back at, as far as it is answered.

    Attributes:
        search: The words by which the contract was searched for.
        day_off: The day that somebody wants although nobody is expected at work then.
        people: Who is chosen, when all are.
        ticked: Who is chosen until then.
    """

    contract_id: int | None = None
    kind: MeetingKind | None = None
    search: str = ""
    on: date | None = None
    day_off: date | None = None
    people: ChosenPeople | None = None
    ticked: ChosenPeople | None = None


@frozen
class ChosenDay:
    """The day of the meeting."""

    on: date


@frozen
class WhenAndWhere(ChosenDay):
    """When the meeting is to begin, on the city's own wall clock, how long it is to last, and where.

    Attributes:
        at: The hour and the minute, as they are answered: "09:30".
    """

    at: str
    minutes: int
    place: str

    @property
    def begins(self) -> time:
        """The time of day."""
        return time.fromisoformat(self.at)


@frozen
class Booking(WhenAndWhere):
    """All that a new meeting needs."""

    contract_id: int
    kind: MeetingKind
    people: ChosenPeople


@frozen
class PlannedMove(WhenAndWhere):
    """Where a meeting is moved to; the reason is empty where none was given."""

    reason: str
