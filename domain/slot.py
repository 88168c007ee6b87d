"""A slot: a place or another contribution that a supplier offers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOST_PLACES = 50
"""More places than this in one slot is a typing error: the whole city's goal is 40 in a year."""


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
    FILLED = "filled"


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


@dataclass(frozen=True)
class Offer:
    """What a supplier tells of a slot on the short path: all that an alert's first line needs, and an end."""

    kind: SlotKind
    trade: Trade
    places: int
    area: str
    starts_on: date
    ends_on: date | None
    """None where the supplier has not decided yet."""
