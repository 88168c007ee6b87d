"""What a person is to the programme."""

from enum import StrEnum


class Role(StrEnum):
    """The five roles that an invitation can give."""

    ADMINISTRATOR = "administrator"
    COORDINATOR = "coordinator"
    MATCHER = "matcher"
    SUPPLIER = "supplier"
    READER = "reader"
    """Sees what has come of it, and changes nothing: a strategist, a manager, a politician's secretary."""


STAFF = (Role.MATCHER, Role.COORDINATOR, Role.ADMINISTRATOR)
"""The city's people who do something: not those who only read."""
