"""The programmes through which residents come. Counted by month, linked to nobody."""

from enum import StrEnum

from domain.small_number import SHOWN_FROM


class Programme(StrEnum):
    """A programme that the presentation names."""

    MENTOR = "mentor"
    """Yrkesmentorprogrammet."""
    APPRENTICE = "apprentice"
    """Lärlingsspåret."""
    OSA = "osa"
    """Protected public employment: public employers only."""
    INTERNSHIP = "internship"
    """Internships for people on social assistance."""


def told(number: int, *, sees_all: bool) -> int | None:
    """The number as somebody may read it; None where they learn only that it is small, or none at all."""
    return number if sees_all or number >= SHOWN_FROM else None
