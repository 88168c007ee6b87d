"""A slot: a place or another contribution that a supplier offers."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum

from domain.frozen import frozen

MOST_PLACES = 50
"""More places than this in one slot is a typing error: the whole city's goal is 40 in a year."""

UNDO_FOR = timedelta(minutes=10)
"""So long a supplier may take an offer back without a reason, as long as nobody has claimed it."""


class SlotKind(StrEnum):
    """The ways to contribute that the programme names."""

    INTERNSHIP = "internship"
    APPRENTICESHIP = "apprenticeship"
    EMPLOYMENT = "employment"
    MENTOR = "mentor"
    STUDY_VISIT = "study_visit"
    LECTURE = "lecture"


class SlotStatus(StrEnum):
    """Where a slot is on its way from offered to filled."""

    OPEN = "open"
    RESERVED = "reserved"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"
    FILLED = "filled"
    EXPIRED = "expired"
    """Its time is over and nobody has begun: that is never counted against whoever offered it."""
    CLOSED = "closed"


class EmptyReason(StrEnum):
    """Why nobody came to an offer that has expired."""

    NOBODY_FITTING = "nobody_fitting"
    DISTANCE = "distance"
    LANGUAGE = "language"
    HOURS = "hours"
    LICENCE = "licence"
    OTHER = "other"
    PAUSED = "paused"
    """The supplier had put it on hold itself; nobody is asked."""


class Trade(StrEnum):
    """The fixed list of trades; matchers filter by it, so it is never free text."""

    PAINTING = "painting"
    FLOORING = "flooring"
    CONSTRUCTION = "construction"
    ELECTRICITY = "electricity"
    PLUMBING = "plumbing"
    CLEANING = "cleaning"
    GROUNDS = "grounds"
    PROPERTY = "property"
    KITCHEN = "kitchen"
    VEHICLES = "vehicles"
    LOGISTICS = "logistics"
    CARE = "care"
    OFFICE = "office"
    OTHER = "other"


@frozen
class Offer:
    """What a supplier tells of a slot.

    Attributes:
        kind: The way to contribute.
        trade: The trade it is in.
        places: How many residents it is for: places, mentors, or the size of a visiting group.
        area: The district or postal area; never a street address.
        starts_on: The first day; of a visit or a lecture, the day.
        ends_on: The last day; None where the supplier has not decided, or where there is none.
        contract_id: The contract that it is offered under; None where the supplier has none here.
        answer_by: By when the supplier wants an answer; None where it has not said.
        details: What else is told, by the names of `domain.slot_field.SlotField`.
    """

    kind: SlotKind
    trade: Trade
    places: int
    area: str
    starts_on: date
    ends_on: date | None = None
    contract_id: int | None = None
    answer_by: date | None = None
    details: Mapping[str, str] = field(default_factory=dict)
