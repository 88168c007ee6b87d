"""Contracts with the city: what their clause asks of the supplier."""

from enum import StrEnum


class Clause(StrEnum):
    """What a contract asks for. Meetings and a plan follow from both; numbers are obligations of their own."""

    DIALOGUE = "dialogue"
    EMPLOYMENT = "employment"
