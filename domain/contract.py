"""Contracts with the city: what their clause asks of the supplier."""

from enum import StrEnum


class Clause(StrEnum):
    """What a contract asks for. Meetings and a plan follow from both; numbers are obligations of their own."""

    DIALOGUE = "dialogue"
    EMPLOYMENT = "employment"


class Expectation(StrEnum):
    """What the dialogue clause expects of a supplier, in the city's own words and order (domain.md §1)."""

    COOPERATE = "cooperate"
    OPPORTUNITIES = "opportunities"
    ATTITUDE = "attitude"
    MEETINGS = "meetings"
