"""Of which offers it is counted, and of what time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from sqlalchemy import ColumnElement

from domain.slot import Trade
from storage.slots.slot import Slot


@dataclass(frozen=True)
class Scope:
    """Of which offers it is counted; each that is None leaves all of them.

    A supplier's own count is asked for with `supplier_id` from the actor, never from what a button carries.

    Attributes:
        matcher_id: Whoever has the slot.
    """

    supplier_id: int | None = None
    contract_id: int | None = None
    trade: Trade | None = None
    matcher_id: int | None = None

    @property
    def conditions(self) -> Sequence[ColumnElement[bool]]:
        """As the database is asked."""
        asked = (
            (Slot.supplier_id, self.supplier_id),
            (Slot.contract_id, self.contract_id),
            (Slot.trade, self.trade),
            (Slot.claimed_by, self.matcher_id),
        )
        return [column == value for column, value in asked if value is not None]


EVERYTHING = Scope()


@dataclass(frozen=True)
class Within:
    """From one instant until another, which is not in it; None where it has no such end."""

    since: datetime | None = None
    until: datetime | None = None


def the_year(year: int, zone: tzinfo) -> Within:
    """A year in the city's calendar."""
    return Within(datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone))
