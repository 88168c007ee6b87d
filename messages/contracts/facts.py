"""What is told of contracts wherever they are named."""

from datetime import date

from domain.frozen import frozen
from domain.meeting import MeetingKind
from messages.obligations.facts import ObligationFacts


@frozen
class MeetingDay:
    """The next meeting under a contract."""

    kind: MeetingKind
    on: date


@frozen
class Expectations:
    """How far a supplier has done what the clause expects of it: facts, which people judge.

    Attributes:
        reminded: Of how many obligations it was reminded.
        answered: About how many of them it has answered.
        offered: How many offers it has made.
        held: How many of its meetings were held.
        attended: To how many of them somebody of theirs came.
    """

    reminded: int
    answered: int
    offered: int
    held: int
    attended: int


@frozen
class PastDue:
    """One line of the past-due queue."""

    supplier: str
    number: str
    obligation: ObligationFacts
