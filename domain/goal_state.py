"""How far the city is towards a year's goal: the four states that the picture of the goal tells apart."""

from enum import StrEnum

from domain.frozen import frozen


class GoalState(StrEnum):
    """One of them. Buttons carry its place: what is new stands last."""

    CONFIRMED = "confirmed"
    BEGUN = "begun"
    MATCHED = "matched"
    OFFERED = "offered"


@frozen(kw_only=True)
class GoalStates:
    """Residents in the first three, free places in the last.

    Attributes:
        confirmed: Residents who have begun that year, as both sides say, each counted once.
        begun: Residents of whom the matcher says that they have begun, and the supplier has not said so yet.
        matched: Residents who are proposed for a place and have begun in none that year.
        offered: Places that are free to begin in that year: offered, and nobody is proposed for them.
    """

    confirmed: int = 0
    begun: int = 0
    matched: int = 0
    offered: int = 0
