"""What is told of a procurement beside what is known of it: what is advised, and what was decided."""

from datetime import date

from domain.contribution import WorkSort
from domain.frozen import frozen
from domain.procurement import Level
from domain.slot import SlotKind
from domain.worth_asking import Holds, Missing, Worth


@frozen
class AdviceFacts:
    """What speaks for asking, and what is advised.

    Attributes:
        kinds: The kinds of contribution that suit.
        sort: Why they do.
        work_a_month: What its work costs a month, in kronor; None where that isn't known.
        led: Of how many of the city's own offers in the trade somebody has begun.
        offers: How many there were.
        since: From which year on they are counted.
        tells_experience: There were enough to say anything.
    """

    worth: Worth
    level: Level
    kinds: tuple[SlotKind, ...]
    sort: WorkSort
    is_long: Holds
    needs_several: Holds
    missing: tuple[Missing, ...]
    work_a_month: int | None
    led: int
    offers: int
    since: int
    tells_experience: bool


@frozen
class DecisionFacts:
    """What people decided.

    Attributes:
        kinds: The kinds of contribution that are to be asked for; none where no kind is named.
        advised: What the bot had advised.
        replaced_on: None for what is in force.
    """

    level: Level
    kinds: tuple[SlotKind, ...]
    reason: str
    by: str
    on: date
    advised: Level
    replaced_on: date | None = None
