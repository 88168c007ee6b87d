"""What the council's page tells: a year on one sheet, with nothing in it that may not leave the administration."""

from datetime import date

from domain.council_page import Shown, Step
from domain.empty_places import WhyEmpty
from domain.frozen import frozen
from domain.slot import SlotKind


@frozen
class GoalDecided:
    """How many residents the city wants in occupation that year, and where that is decided."""

    number: int
    decided_on: date
    registry_number: str


@frozen
class StepReached:
    """How many places have come so far."""

    step: Step
    places: Shown


@frozen
class SupplierNamed:
    """A supplier that has said yes to be named.

    Attributes:
        number: What it gave; None where that is not told.
    """

    name: str
    number: int | None = None


@frozen
class Contribution:
    """What a year gave of one kind.

    Attributes:
        number: As both sides say in Steget, or of visits and lectures, as they were held.
        earlier: As it is entered from elsewhere.
        has_uncounted: Something is entered that nobody has counted.
        suppliers: Those who may be named, by name.
        more: How many more may be named, for whom there is no room.
    """

    kind: SlotKind
    number: Shown
    earlier: Shown
    has_uncounted: bool = False
    suppliers: tuple[SupplierNamed, ...] = ()
    more: int = 0


@frozen
class MeetingsHeld:
    """Dialogue meetings whose day was in the year, and is over.

    Attributes:
        planned: All of them.
        held: Those of which the organiser says that they were held.
        cancelled: Those that were called off.
    """

    planned: int
    held: int
    cancelled: int


@frozen
class PlacesEmpty:
    """How many places stood empty, for one reason."""

    why: WhyEmpty
    places: Shown


@frozen
class Approval:
    """Who says that the page may leave the administration.

    Attributes:
        replaces_on: The day of the page that held before it; None for the year's first.
    """

    name: str
    on: date
    replaces_on: date | None = None


@frozen
class CouncilPage:
    """A year on one page.

    Attributes:
        year: Which.
        on: The day on which all of it was so.
        goal: None where the city has set none.
        quarters: Residents from the year's first day to the end of each quarter so far, as both sides say.
        earlier: Residents that are entered from elsewhere; of those no day is known.
        steps: What became until then of the places that were offered in the year.
        stood_empty: How many places stood empty in all.
        approval: None for a draft.
    """

    year: int
    on: date
    goal: GoalDecided | None
    quarters: tuple[Shown, ...]
    earlier: Shown
    steps: tuple[StepReached, ...]
    contributions: tuple[Contribution, ...]
    meetings: MeetingsHeld
    stood_empty: Shown
    empty: tuple[PlacesEmpty, ...]
    approval: Approval | None = None

    @property
    def residents(self) -> Shown:
        """As both sides say in Steget, in the year so far; nobody in a year whose first quarter is to come."""
        return self.quarters[-1] if self.quarters else 0

    @property
    def together(self) -> int | None:
        """Those and what is entered from elsewhere; None where either may not be shown, since it would tell it."""
        told = [each for each in (self.residents, self.earlier) if isinstance(each, int)]
        return sum(told) if len(told) == len((self.residents, self.earlier)) else None
