"""Slots: what suppliers have offered, and who has taken it on. What happens to one stands in `slot_life.py`."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, ForeignKey, Index, String, and_, bindparam, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.offer_step import HELD_ON_A_DAY, OfferStep, TimedOffer
from domain.offered import Offered, SlotTold, offered_of
from domain.reference import Noun, Reference
from domain.slot import EmptyReason, Offer, SlotKind, SlotStatus, Trade
from domain.subject import SlotSubject
from storage.base import Base, Id, coded, partial_index
from storage.contracts.contract import Contract
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.slots import area
from storage.slots.area import Area


class Slot(Base):
    """One offer of one or more places."""

    __tablename__ = "slot"
    __table_args__ = (
        Index("ix_slot_next_at", "next_at"),
        Index("ix_slot_supplier_id", "supplier_id", "id"),
        partial_index("ix_slot_open", "status", "id", where="status = 'open'"),
        Index("ix_slot_claimed_by", "claimed_by", "id"),
        partial_index("ix_slot_asked", "claimed_by", "status", "asked", where="asked IS NOT NULL"),
        Index("ix_slot_kind", "kind", "id"),
        Index("ix_slot_trade", "trade", "id"),
        Index("ix_slot_area", "area", "id"),
        Index("ix_slot_reported_at", "reported_at"),
        # All that is counted of what was offered in a trade: three years of a city are thousands of rows.
        Index("ix_slot_offered", "trade", "reported_at", "kind", "status", "reported_by"),
        partial_index("ix_slot_on_offer", "status", where="status IN ('open', 'reserved')"),
        partial_index("ix_slot_expired_at", "expired_at", where="expired_at IS NOT NULL"),
        partial_index("ix_slot_held", "starts_on", where="held_at IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey(Supplier.id))
    reported_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """The supplier's contact, or whoever of the staff wrote down what was heard; None in databases from when
    what was filled before Steget was a slot, and nobody's to look at."""
    kind: Mapped[SlotKind] = mapped_column(coded(SlotKind))
    trade: Mapped[Trade] = mapped_column(coded(Trade))
    places: Mapped[int]
    area: Mapped[str] = mapped_column(String(60))
    contract_id: Mapped[int | None] = mapped_column(ForeignKey(Contract.id), index=True)
    details: Mapped[dict[str, str]]
    """What is told beyond the short path, by the names of `SlotField`."""
    area_id: Mapped[int | None] = mapped_column(ForeignKey(Area.id), index=True)
    """Which area of the city's list its area means; None until somebody has said."""
    adaptations: Mapped[list[str] | None]
    """What the workplace can be like, by the names of `domain.wish.Adaptation`; None until somebody has said."""
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    answer_by: Mapped[date | None]
    status: Mapped[SlotStatus] = mapped_column(coded(SlotStatus))
    revision: Mapped[int]
    reported_at: Mapped[datetime]
    claimed_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    claimed_at: Mapped[datetime | None]
    found_at: Mapped[datetime | None]
    """When the matcher who has it said that they have found somebody; from then on nobody writes about it."""
    next_at: Mapped[datetime | None]
    """When the clock comes to it next; what it does then says `domain/offer_step.py`."""
    asked: Mapped[OfferStep | None] = mapped_column(coded(OfferStep))
    """What the clock has done about it last, since it is in this status."""
    withdrawn_reason: Mapped[str | None] = mapped_column(String(300))
    """Why the supplier took it back; None also where it was undone within minutes."""
    expired_at: Mapped[datetime | None]
    empty_reason: Mapped[EmptyReason | None] = mapped_column(coded(EmptyReason))
    """Why nobody came, as the city says; None also where nobody has said."""
    held_at: Mapped[datetime | None]
    """When it was said that the visit or the lecture was held."""
    participants: Mapped[int | None]
    """How many came to it."""

    @property
    def subject(self) -> SlotSubject:
        """The slot as the rules of access see it."""
        return SlotSubject(supplier_id=self.supplier_id, claimed_by=self.claimed_by)

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.SLOT, self.id)

    @property
    def timed(self) -> TimedOffer:
        """The slot as the clock sees it. What was filled before Steget has no first day, and no clock comes to it."""
        return self.on_day(self.starts_on or date.max)

    def on_day(self, first: date) -> TimedOffer:
        """The slot as the clock would see it if that were its first day."""
        return TimedOffer(self.kind, self.status, self.asked, first, self.ends_on, self.answer_by)

    def offered(self, *, begun: int) -> Offered:
        """The slot as the rule of what fits sees it, where somebody has begun in so many of its places."""
        first, last, needs = self.starts_on, self.ends_on, self.adaptations
        told = SlotTold(self.kind, self.trade, self.places, self.area_id, first, last, self.details, needs, begun)
        return offered_of(told)


async def report(  # noqa: PLR0913  a slot is told by whom, for whom, when, and when the clock comes to it
    session: AsyncSession,
    offer: Offer,
    *,
    supplier_id: int,
    reported_by: int,
    now: datetime,
    next_at: datetime | None,
    adaptations: list[str] | None = None,
) -> Slot:
    """Keep a slot that was just offered, open for matchers to claim: where each slot's life begins."""
    slot = Slot(
        supplier_id=supplier_id,
        reported_by=reported_by,
        kind=offer.kind,
        trade=offer.trade,
        places=offer.places,
        area=offer.area,
        area_id=await area.meant_by(session, offer.area),
        starts_on=offer.starts_on,
        ends_on=offer.ends_on,
        contract_id=offer.contract_id,
        answer_by=offer.answer_by,
        details=dict(offer.details),
        adaptations=adaptations,
        status=SlotStatus.OPEN,
        revision=1,
        reported_at=now,
        next_at=next_at,
    )
    session.add(slot)
    await session.flush()
    return slot


def is_current(today: date) -> ColumnElement[bool]:
    """Whether the slot's last day is not over; the same as `TimedOffer.is_past` says of one."""
    is_on_its_day = and_(Slot.kind.in_(HELD_ON_A_DAY), Slot.starts_on >= today)
    can_begin = and_(
        Slot.kind.not_in(HELD_ON_A_DAY),
        or_(Slot.answer_by.is_(None), Slot.answer_by >= today),
        or_(Slot.ends_on.is_(None), Slot.ends_on >= today),
    )
    return or_(is_on_its_day, can_begin)


def is_of(kinds: Collection[SlotKind]) -> ColumnElement[bool]:
    """Whether the slot is of one of those kinds: asked by the others, where a year is looked for.

    By an index of the kinds themselves the database would go through all of them that there ever were.
    """
    others = [kind for kind in SlotKind if kind not in kinds]
    return Slot.kind.not_in(others) if others else true()


async def find(session: AsyncSession, slot_id: int) -> Slot | None:
    """The slot with that id, as it is now."""
    return await session.get(Slot, slot_id, populate_existing=True)


async def locked(session: AsyncSession, slot_id: int) -> Slot | None:
    """The slot as it is now, held until the end of the transaction, so that what is counted in it stays true."""
    return await session.get(Slot, slot_id, populate_existing=True, with_for_update=True)


# Made once: each offer asks it.
_OFFERED_LATELY = (
    select(Slot)
    .where(
        Slot.supplier_id == bindparam("of_supplier"),
        Slot.id < bindparam("before_id"),
        Slot.reported_at > bindparam("since"),
    )
    .order_by(Slot.id.desc())
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True, key_share=True)
    .execution_options(populate_existing=True)
)


async def offered_lately(session: AsyncSession, slot: Slot, *, since: datetime, at_most: int) -> Sequence[Slot]:
    """What else the slot's supplier has offered since then, newest first, held until the end of the transaction.

    What somebody else is changing at this moment is passed by.
    """
    wanted = {"of_supplier": slot.supplier_id, "before_id": slot.id, "since": since, "at_most": at_most}
    return (await session.scalars(_OFFERED_LATELY, wanted)).all()


async def offered_under(session: AsyncSession, contract_id: int, *, since: datetime, but: int) -> Slot | None:
    """The first other slot that was reported under the contract from then on and has not been taken back."""
    return await session.scalar(
        select(Slot)
        .where(
            Slot.contract_id == contract_id,
            Slot.id != but,
            Slot.reported_at >= since,
            Slot.reported_by.is_not(None),
            Slot.status != SlotStatus.WITHDRAWN,
        )
        .order_by(Slot.id)
        .limit(1)
        .execution_options(populate_existing=True),
    )


async def count_offered(session: AsyncSession, supplier_id: int) -> int:
    """How many slots the supplier has reported and not taken back."""
    counted = select(func.count()).where(
        Slot.supplier_id == supplier_id, Slot.reported_by.is_not(None), Slot.status != SlotStatus.WITHDRAWN
    )
    return await session.scalar(counted) or 0
