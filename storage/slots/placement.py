"""Placements: a resident in a slot, by a random code. Who it is stays in the city's own case system."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, String, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.access import StartSubject
from domain.placement import BEGIN_WITH_SOMEBODY, LIVE, PlacementStatus
from domain.placement_life import PLACEMENT_LIFE, PlacementEvent
from domain.reference import Noun, Reference
from domain.slot import SlotKind, SlotStatus
from storage.base import Base, Id, coded
from storage.guarded_update import happened
from storage.people.person import Person
from storage.slots.slot import Slot

CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"
"""Without vowels, so that no code is a word; without what is easily taken for something else."""

CODE_LENGTH = 8


class Placement(Base):
    """One start in a slot."""

    __tablename__ = "placement"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    slot_id: Mapped[int] = mapped_column(ForeignKey(Slot.id), index=True)
    status: Mapped[PlacementStatus] = mapped_column(coded(PlacementStatus))
    started_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    """The matcher who says so."""
    started_at: Mapped[datetime]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    settled_at: Mapped[datetime | None]

    def subject_in(self, slot: Slot) -> StartSubject:
        """The start as the rules of access see it, with the slot that it is in."""
        return StartSubject(slot.supplier_id, started_by=self.started_by, claimed_by=slot.claimed_by)

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.PLACEMENT, self.id)


async def find(session: AsyncSession, placement_id: int) -> Placement | None:
    """The placement with that id, as it is now."""
    return await session.get(Placement, placement_id, populate_existing=True)


async def start(session: AsyncSession, slot_id: int, *, started_by: int, now: datetime) -> Placement:
    """Keep that somebody has begun, under a random code."""
    placement = Placement(
        code="".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH)),
        slot_id=slot_id,
        status=PlacementStatus.STARTED,
        started_by=started_by,
        started_at=now,
    )
    session.add(placement)
    await session.flush()
    return placement


async def let_happen(
    session: AsyncSession, placement_id: int, event: PlacementEvent, *, settled_by: int, now: datetime
) -> bool:
    """Let the event happen to a placement, if its status allows it."""
    values = {"settled_by": settled_by, "settled_at": now}
    return bool(await happened(session, Placement.status, PLACEMENT_LIFE, event, values, Placement.id == placement_id))


async def live_in(session: AsyncSession, slot_id: int) -> Sequence[Placement]:
    """The starts in the slot that are said and not taken back or denied, oldest first."""
    return (
        await session.scalars(
            select(Placement)
            .where(Placement.slot_id == slot_id, Placement.status.in_(LIVE))
            .order_by(Placement.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def waiting_under(session: AsyncSession, contract_id: int) -> Sequence[Placement]:
    """The starts under the contract of which the supplier has not said whether they are so."""
    return (
        await session.scalars(
            select(Placement)
            .join(Slot, Slot.id == Placement.slot_id)
            .where(Slot.contract_id == contract_id, Placement.status == PlacementStatus.STARTED)
            .order_by(Placement.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def confirmed_under(session: AsyncSession, contract_id: int, kind: SlotKind) -> Sequence[int]:
    """The ids of the starts of that kind under the contract that both sides have said, in the order of that."""
    return (
        await session.scalars(
            select(Placement.id)
            .join(Slot, Slot.id == Placement.slot_id)
            .where(Slot.contract_id == contract_id, Slot.kind == kind, Placement.status == PlacementStatus.CONFIRMED)
            .order_by(Placement.settled_at, Placement.id),
        )
    ).all()


async def count_confirmed_in(session: AsyncSession, slot_id: int) -> int:
    """How many starts in the slot both sides have said."""
    counted = select(func.count()).where(Placement.slot_id == slot_id, Placement.status == PlacementStatus.CONFIRMED)
    return await session.scalar(counted) or 0


async def count_confirmed(session: AsyncSession) -> dict[SlotKind, int]:
    """How many starts of each kind both sides have said."""
    rows = await session.execute(
        select(Slot.kind, func.count())
        .join(Placement, Placement.slot_id == Slot.id)
        .where(Placement.status == PlacementStatus.CONFIRMED)
        .group_by(Slot.kind),
    )
    return {kind: int(number) for kind, number in rows}


async def may_say_start(session: AsyncSession) -> int | None:
    """The Telegram account of the matcher who has taken the newest slot in which somebody can begin."""
    return await session.scalar(
        select(Person.telegram_id)
        .join(Slot, Slot.claimed_by == Person.id)
        .where(Slot.status == SlotStatus.RESERVED, Slot.kind.in_(BEGIN_WITH_SOMEBODY))
        .order_by(Slot.id.desc())
        .limit(1),
    )
