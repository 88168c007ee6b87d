"""Contracts with the city: what their clause asks of the supplier."""

from enum import StrEnum


class Clause(StrEnum):
    """What a contract asks for. Meetings and a plan follow from both; numbers are obligations of their own."""

    DIALOGUE = "dialogue"
    EMPLOYMENT = "employment"


class Cadence(StrEnum):
    """How often a contract is followed up."""

    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


class Counting(StrEnum):
    """What the numbers of an employment requirement count."""

    PLACES = "places"
    MONTHS = "months"
    """Months of full-time work in all, in one or more jobs."""


class CountsFrom(StrEnum):
    """From when on a place, or its months, count towards a requirement."""

    BEGUN = "begun"
    OFFERED = "offered"
    """Begun, or offered."""
