"""Who is to do something next. What waits for the city is never counted against a supplier."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen


class Side(StrEnum):
    """Those whose turn it can be."""

    SUPPLIER = "supplier"
    MATCHER = "matcher"
    COORDINATOR = "coordinator"
    NOBODY = "nobody"
    """All is done, or it rests until a day."""


CITY = (Side.MATCHER, Side.COORDINATOR)
"""The sides that work for the city."""


@frozen
class Turn:
    """Whose turn it is.

    Attributes:
        side: Who is to do something.
        until: While it is nobody's turn: the day on which it is somebody's again; None where it is over.
    """

    side: Side
    until: date | None = None

    @property
    def is_citys(self) -> bool:
        """Whether the city is waited for: then no supplier is nudged, and nothing climbs towards one."""
        return self.side in CITY
