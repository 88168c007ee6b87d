"""What is open for a person: the slots and inquiries that somebody else takes over when they leave."""

from collections.abc import Sequence

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.role import Role
from domain.slot import SlotStatus
from domain.slot_life import SLOT_LIFE, SlotEvent
from storage.people.person import Person
from storage.slots.inquiry import Inquiry
from storage.slots.slot import Slot

UNDER_OFFER = SLOT_LIFE.statuses_before(SlotEvent.WITHDRAW)
"""What can still be taken back is still somebody's to answer for."""


async def slots_of(session: AsyncSession, person: Person) -> Sequence[Slot]:
    """A matcher's claimed slots, or a supplier contact's own that are not over, oldest first."""
    if person.role is Role.MATCHER:
        theirs = select(Slot).where(Slot.claimed_by == person.id, Slot.status == SlotStatus.RESERVED)
    elif person.role is Role.SUPPLIER:
        # By way of their company's, for which there is an index.
        of_company = select(Slot).where(Slot.supplier_id == person.supplier_id)
        theirs = of_company.where(Slot.reported_by == person.id, Slot.status.in_(UNDER_OFFER))
    else:
        return []
    return (await session.scalars(theirs.order_by(Slot.id).execution_options(populate_existing=True))).all()


async def claimed_from(session: AsyncSession, supplier_id: int) -> Sequence[Slot]:
    """A company's slots that a matcher has, oldest first."""
    of_company = select(Slot).where(Slot.supplier_id == supplier_id, Slot.status == SlotStatus.RESERVED)
    return (await session.scalars(of_company.order_by(Slot.id).execution_options(populate_existing=True))).all()


async def inquiries_of(session: AsyncSession, person: Person) -> Sequence[Inquiry]:
    """The inquiries that wait for an answer and that a matcher or a supplier contact has sent, or has received."""
    is_theirs = or_(Inquiry.asked_by == person.id, Inquiry.asked_of == person.id)
    waits = Inquiry.answered_at.is_(None) & Inquiry.is_awaited.is_(True)
    return (await session.scalars(select(Inquiry).where(is_theirs, waits).order_by(Inquiry.id))).all()


async def hand_over_slot(session: AsyncSession, slot: Slot, *, leaver: Person, heir: Person) -> bool:
    """Let the slot be the heir's; False where it is not the leaver's any more."""
    column = Slot.claimed_by if leaver.role is Role.MATCHER else Slot.reported_by
    handed = await session.execute(
        update(Slot)
        .where(Slot.id == slot.id, column == leaver.id, Slot.status == slot.status)
        .values({column: heir.id, Slot.revision: Slot.revision + 1})
        .returning(Slot.id),
    )
    return handed.first() is not None


async def hand_over_inquiry(session: AsyncSession, inquiry: Inquiry, *, leaver: Person, heir: Person) -> bool:
    """Let the heir ask, or be asked, instead; False where it is answered by now."""
    column = Inquiry.asked_by if inquiry.asked_by == leaver.id else Inquiry.asked_of
    handed = await session.execute(
        update(Inquiry)
        .where(Inquiry.id == inquiry.id, column == leaver.id, Inquiry.answered_at.is_(None))
        .values({column: heir.id})
        .returning(Inquiry.id),
    )
    return handed.first() is not None
