"""The goal picture: a mark for each resident of a year's goal, and how far each has come."""

from datetime import date

from domain.frozen import frozen


@frozen
class GoalPicture:
    """What the goal picture shows: numbers alone.

    A message that stands under it has it as its parameters' `picture`, and `Attachment.GOAL_PICTURE`. A number that is
    None is told as "färre än 5": it has no marks, so that nobody can count what is hidden.

    Attributes:
        year: The goal's.
        on: The day on which the numbers were so.
        goal: Residents; None where no goal is set, and then there is neither a line nor anything left to it.
        confirmed: Residents who count: both sides have confirmed the start, or it is entered as an earlier result.
        begun: Those who have begun as one side says, and the other has not confirmed yet.
        matched: Residents who are proposed for a place and have begun in none that year.
        offered: Places in which somebody may still begin: offered, and nobody is proposed for them.
        earlier: How many of the confirmed are earlier results; 0 says nothing of them.
        unsaid: The states of which nothing is said, not even that they are few; their number is None, too.
    """

    year: int
    on: date
    goal: int | None
    confirmed: int | None
    begun: int | None
    matched: int | None
    offered: int | None
    earlier: int = 0
    unsaid: tuple[str, ...] = ()

    @property
    def left(self) -> int | None:
        """How many of the goal are in none of the four; None where no goal is set, or a number isn't told."""
        here = (self.confirmed, self.begun, self.matched, self.offered)
        told = [each for each in here if each is not None]
        return max(0, self.goal - sum(told)) if self.goal is not None and len(told) == len(here) else None
