"""What a person is to the programme."""

from enum import StrEnum


class Role(StrEnum):
    """The four roles that an invitation can give."""

    ADMINISTRATOR = "administrator"
    COORDINATOR = "coordinator"
    MATCHER = "matcher"
    SUPPLIER = "supplier"
