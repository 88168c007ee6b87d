"""A wish: what kind of place somebody looks for. Never who: all of it comes from lists, and its code names nobody."""

from collections.abc import Set as AbstractSet
from dataclasses import field
from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.slot import SlotKind, Trade

WISHED_FOR = (SlotKind.INTERNSHIP, SlotKind.APPRENTICESHIP, SlotKind.EMPLOYMENT, SlotKind.MENTOR)
"""The kinds that somebody can look for: in a visit or a lecture nobody begins."""


LETTERS_SPOKEN = 3
"""So many letters of a code are said in one breath."""


def aloud(code: str) -> str:
    """A code as it is read out: "BKT4WX" is "BKT 4WX"."""
    return " ".join(code[start : start + LETTERS_SPOKEN] for start in range(0, len(code), LETTERS_SPOKEN))


class WishStatus(StrEnum):
    """Whether somebody still looks."""

    LOOKING = "looking"
    PLACED = "placed"
    """Somebody has begun; the code is kept for the next placement of the same resident."""
    CLOSED = "closed"
    """The resident has left the programme; it is disposed of as soon as no placement for it is under way."""


class WishHours(StrEnum):
    """How much somebody can work."""

    FULL = "full"
    PART = "part"
    MORNINGS = "mornings"
    AFTERNOONS = "afternoons"


class SwedishLevel(StrEnum):
    """How much Swedish somebody has, in the words that offers ask for it."""

    NONE = "none"
    SIMPLE = "simple"
    GOOD = "good"
    FLUENT = "fluent"


class Licence(StrEnum):
    """Which driving licence somebody has."""

    NONE = "none"
    B = "b"
    C = "c"
    TRUCK = "truck"


class Adaptation(StrEnum):
    """What a workplace may need to be like. Never why."""

    SEATED = "seated"
    QUIET = "quiet"
    NO_LIFTING = "no_lifting"
    SIMPLE_SWEDISH = "simple_swedish"
    FIXED_TASKS = "fixed_tasks"
    SHORT_DAYS = "short_days"
    MORNING_HOURS = "morning_hours"
    STEP_FREE = "step_free"


@frozen
class Wished:
    """What a place should be like.

    Attributes:
        area_id: The area of the city's list; None where any will do.
        from_on: From when; None where at once.
        hours: How much; None where that is open.
        swedish: How much Swedish there is; None where nobody has said.
        licence: Which licence there is; None where nobody has said.
        adaptations: What the workplace has to be like.
    """

    kind: SlotKind
    trade: Trade
    area_id: int | None = None
    from_on: date | None = None
    hours: WishHours | None = None
    swedish: SwedishLevel | None = None
    licence: Licence | None = None
    adaptations: AbstractSet[Adaptation] = field(default_factory=frozenset)
