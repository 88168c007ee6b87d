"""Who gets a broadcast: the people who speak for the suppliers that are meant, as far as they are in and want it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, case, func, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from domain.audience import Audience, Given
from domain.frozen import frozen
from domain.placement import HAS_BEGUN
from domain.role import Role
from domain.slot import SlotKind
from storage.contracts.contract import Contract
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.placements.placement import Placement
from storage.results import earlier_result
from storage.slots.area import Area
from storage.slots.slot import Slot


@frozen
class Reach:
    """How many people of the suppliers that are meant a broadcast reaches.

    Attributes:
        receivers: They get it.
        unwilling: They have said that they want no such messages.
        out_of_reach: They want it, and Telegram can't reach them.
    """

    receivers: int = 0
    unwilling: int = 0
    out_of_reach: int = 0


def who_gets(audience: Audience) -> Select[Person]:
    """They, in no order: in, in reach, of a supplier that is meant, and not unwilling. Nobody twice."""
    return select(Person).where(
        *_is_meant(audience), Person.broadcasts_off_at.is_(None), Person.unreachable_at.is_(None)
    )


async def after(
    session: AsyncSession, audience: Audience, person_id: int, *, at_most: int, joined_by: datetime
) -> Sequence[Person]:
    """A slice of who gets it: those behind that id, in the order of their ids, who had come in by that instant."""
    behind = who_gets(audience).where(Person.id > person_id, Person.joined_at <= joined_by)
    return (await session.scalars(behind.order_by(Person.id).limit(at_most))).all()


async def reach(session: AsyncSession, audience: Audience) -> Reach:
    """How many get it, and how many don't, and why."""
    wants, in_reach = Person.broadcasts_off_at.is_(None), Person.unreachable_at.is_(None)
    how_many = (_how_many(wants & in_reach), _how_many(~wants), _how_many(wants & ~in_reach))
    row = (await session.execute(select(*how_many).where(*_is_meant(audience)))).one()
    return Reach(*(int(number or 0) for number in row))


def _how_many(so: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((so, 1), else_=0))


def _is_meant(audience: Audience) -> list[ColumnElement[bool]]:
    """Whether somebody speaks for a supplier that is meant, whether they want to hear or not."""
    of_suppliers = [Person.role == Role.SUPPLIER, Person.ended_at.is_(None)]
    suppliers = _suppliers(audience)
    return of_suppliers if suppliers is None else [*of_suppliers, Person.supplier_id.in_(suppliers)]


def _suppliers(audience: Audience) -> Select[int] | None:
    """The ids of the suppliers that are meant; None for all of them."""
    if audience.is_everyone:
        return None
    fits = [
        *([_is_in_trade(audience)] if audience.trades else []),
        *([Supplier.id.in_(_gave(audience.kinds))] if audience.kinds else []),
        *([_is_in_area(audience)] if audience.areas else []),
        *([Supplier.id.in_(_with_contract(audience))] if audience.contracts else []),
        *([_has_given(audience.given)] if audience.given else []),
    ]
    return select(Supplier.id).where(*fits)


def _is_in_trade(audience: Audience) -> ColumnElement[bool]:
    """By its own trade, or by what it has offered."""
    offered = select(Slot.supplier_id).where(Slot.trade.in_(audience.trades))
    return or_(Supplier.trade.in_(audience.trades), Supplier.id.in_(offered))


def _is_in_area(audience: Audience) -> ColumnElement[bool]:
    """By where it is, as the register names that, or by where it has offered something."""
    offered = select(Slot.supplier_id).where(Slot.area_id.in_(audience.areas))
    named = select(Area.name).where(Area.id.in_(audience.areas))
    return or_(Supplier.area.in_(named), Supplier.id.in_(offered))


def _with_contract(audience: Audience) -> Select[int]:
    return select(Contract.supplier_id).where(Contract.id.in_(audience.contracts))


def _has_given(given: Given) -> ColumnElement[bool]:
    has = Supplier.id.in_(_gave(tuple(SlotKind)))
    return has if given is Given.YES else ~has


def _gave(kinds: Sequence[SlotKind]) -> Select[int]:
    """The ids of those that have given one of these: somebody began, it was held, or it is known from before."""
    begun = (
        select(Slot.supplier_id)
        .join(Placement, Placement.slot_id == Slot.id)
        .where(Slot.kind.in_(kinds), Placement.status.in_(HAS_BEGUN))
    )
    held = select(Slot.supplier_id).where(Slot.kind.in_(kinds), Slot.held_at.is_not(None))
    given = union_all(begun, held, earlier_result.givers(kinds)).subquery()
    return select(given.c.supplier_id)
