"""Of which offers it is counted, and of what time."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute

from domain.access import may
from domain.action import Action
from domain.actor import Actor
from domain.frozen import frozen
from domain.role import Role
from domain.slot import Trade
from storage.slots.slot import Slot

NO_CONTRACT = 0


@frozen
class Scope:
    """Of which offers it is counted; each that is None leaves all of them.

    A supplier's own count is asked for with `supplier_id` from the actor, never from what a button carries.

    Attributes:
        contract_id: `NO_CONTRACT` for what is offered under none.
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
            (Slot.contract_id, self.contract_id or None),
            (Slot.trade, self.trade),
            (Slot.claimed_by, self.matcher_id),
        )
        under_none = [Slot.contract_id.is_(None)] if self.contract_id == NO_CONTRACT else []
        return [*(column == value for column, value in asked if value is not None), *under_none]


EVERYTHING = Scope()


def scope_for(actor: Actor) -> Scope:
    """What is counted for whoever asks: a supplier's own, what a matcher has taken on, to others of the city all of it.

    Raises PermissionError for anybody else: there is no scope in which nothing is.
    """
    if not may(actor, Action.SEE_OVERVIEW):
        raise PermissionError("nothing is counted for them")
    if actor.role is Role.SUPPLIER:
        return Scope(supplier_id=actor.supplier_id)
    return Scope(matcher_id=actor.person_id) if actor.role is Role.MATCHER else EVERYTHING


@frozen
class Within:
    """From one instant until another, which is not in it; None where it has no such end."""

    since: datetime | None = None
    until: datetime | None = None

    def holds(self, column: InstrumentedAttribute[Any]) -> Sequence[ColumnElement[bool]]:
        """As the database is asked whether an instant is within it."""
        begins = [column >= self.since] if self.since is not None else []
        ends = [column < self.until] if self.until is not None else []
        return [*begins, *ends]


def the_days(first: date, last: date, zone: tzinfo) -> Within:
    """From the first of these days to the last, in the city's calendar."""
    begins, ends = (datetime.combine(day, time(), tzinfo=zone) for day in (first, last + timedelta(days=1)))
    return Within(begins, ends)


def the_year(year: int, zone: tzinfo) -> Within:
    """A year in the city's calendar."""
    return the_days(date(year, 1, 1), date(year, 12, 31), zone)
