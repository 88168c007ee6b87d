"""Placements: a resident in a slot, by a random code. Who it is stays in the city's own case system."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.placement import BEGIN_WITH_SOMEBODY, FILL_A_PLACE, HAS_BEGUN, LIVE, EndReason, PlacementStatus
from domain.placement_life import PLACEMENT_LIFE, PlacementEvent
from domain.placement_step import PlacementStep, TimedPlacement
from domain.proposal_answer import DeclineReason
from domain.reference import Noun, Reference
from domain.slot import SlotKind, SlotStatus
from domain.subject import StartSubject
from storage.base import Base, Id, coded, partial_index
from storage.code import a_code
from storage.guarded_update import happened
from storage.people.person import Person
from storage.slots.slot import Slot

CODE_LENGTH = 8

_AHEAD = "status IN ('proposed', 'interested', 'introduced', 'agreed', 'started')"
"""As the index has it, to the letter: of what has been there is always more."""

_BEGUN = "status IN ('confirmed', 'ending', 'completed', 'ended_early')"
"""As the index has it, to the letter: `HAS_BEGUN`."""


class Placement(Base):
    """One resident in one slot, from the proposal to the end. Its code is its own: no other placement has it."""

    __tablename__ = "placement"
    __table_args__ = (
        partial_index("ix_placement_next_at", "next_at", where="next_at IS NOT NULL"),
        Index("ix_placement_matcher_id", "matcher_id", "status"),
        partial_index("ix_placement_ahead", "status", where=_AHEAD),
        Index("ix_placement_begun_on", "begun_on"),
        partial_index("ix_placement_begun", "slot_id", where=_BEGUN),
        partial_index("ix_placement_settled_at", "settled_at", where="begun_on IS NULL"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    slot_id: Mapped[int] = mapped_column(ForeignKey(Slot.id), index=True)
    status: Mapped[PlacementStatus] = mapped_column(coded(PlacementStatus))
    matcher_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    """The matcher who has proposed somebody, or who says that somebody has begun."""
    proposed_at: Mapped[datetime | None]
    """None where somebody began without a proposal in Steget."""
    starts_on: Mapped[date | None]
    """The first day, as it is proposed or agreed."""
    ends_on: Mapped[date | None]
    """The last day, as it is planned."""
    extent: Mapped[int | None]
    """Per cent of full time; None where nobody has said."""
    wants_to_know: Mapped[dict[str, str] | None]
    """What the supplier asked before it answered, by the names of `WantsToKnow`, with the matcher's answer from a list
    (empty until it has come)."""
    decline_reason: Mapped[DeclineReason | None] = mapped_column(coded(DeclineReason))
    """Why it is declined or withdrawn."""
    started_at: Mapped[datetime | None]
    """When the matcher said that somebody has begun."""
    begun_on: Mapped[date | None]
    """The day on which somebody began; None for what was said before that was asked."""
    is_new_resident: Mapped[bool | None]
    """Whether the start is its resident's first of its year, so that it counts towards the goal; decided at the start,
    and kept when what it was decided from is disposed of. None where nobody has said."""
    settled_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """Who has confirmed or denied the start, or taken it back."""
    settled_at: Mapped[datetime | None]
    end_said_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """Who has said first that it has ended."""
    is_end_suppliers_word: Mapped[bool | None]
    """Whether that was said for the supplier, there or by phone; else it was said for the city."""
    end_said_at: Mapped[datetime | None]
    ended_on: Mapped[date | None]
    end_reason: Mapped[EndReason | None] = mapped_column(coded(EndReason))
    end_settled_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """Who has said so for the other side, or for both: a coordinator."""
    end_settled_at: Mapped[datetime | None]
    next_at: Mapped[datetime | None]
    """When the clock comes to it next; what it does then says `domain/placement_step.py`."""
    asked: Mapped[PlacementStep | None] = mapped_column(coded(PlacementStep))
    """What the clock has done about it last, since it is in this status."""

    def subject_in(self, slot: Slot, *, stand_ins: tuple[int, ...] = ()) -> StartSubject:
        """The start as the rules of access see it, with the slot that it is in."""
        return StartSubject(slot.supplier_id, self.matcher_id, slot.claimed_by, stand_ins)

    @property
    def awaits_answer(self) -> bool:
        """Whether the supplier has asked something that the matcher has not answered."""
        return any(not answer for answer in (self.wants_to_know or {}).values())

    @property
    def timed(self) -> TimedPlacement:
        """The placement as the clock sees it."""
        return TimedPlacement(self.status, self.asked, self.starts_on, self.ends_on, self.awaits_answer)

    def last_on_in(self, slot: Slot) -> date | None:
        """Its last day as it is planned; of one that began without a proposal, the offer's until another is said."""
        return self.ends_on or (slot.ends_on if self.proposed_at is None else None)

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.PLACEMENT, self.id)


async def find(session: AsyncSession, placement_id: int) -> Placement | None:
    """The placement with that id, as it is now."""
    return await session.get(Placement, placement_id, populate_existing=True)


async def start(  # noqa: PLR0913  who has begun where, when, who says so, and when the clock comes next
    session: AsyncSession,
    slot_id: int,
    *,
    started_by: int,
    now: datetime,
    begun_on: date,
    is_new_resident: bool | None,
    next_at: datetime | None,
) -> Placement:
    """Keep that somebody has begun without a proposal, under a random code."""
    placement = Placement(
        code=a_code(CODE_LENGTH),
        slot_id=slot_id,
        status=PlacementStatus.STARTED,
        matcher_id=started_by,
        started_at=now,
        begun_on=begun_on,
        is_new_resident=is_new_resident,
        next_at=next_at,
    )
    session.add(placement)
    await session.flush()
    return placement


async def begin(  # noqa: PLR0913  who has begun, when, who says so, and when the clock comes next
    session: AsyncSession,
    placement_id: int,
    *,
    started_by: int,
    now: datetime,
    begun_on: date,
    is_new_resident: bool | None,
    next_at: datetime | None,
) -> bool:
    """Somebody has begun as it was agreed, if its status allows it."""
    clock = {"asked": None, "next_at": next_at}
    told = {"matcher_id": started_by, "started_at": now, "begun_on": begun_on, "is_new_resident": is_new_resident}
    which = Placement.id == placement_id
    return bool(await happened(session, Placement.status, PLACEMENT_LIFE, PlacementEvent.START, told | clock, which))


async def let_happen(  # noqa: PLR0913  what happens to which placement, by whom, and when the clock comes next
    session: AsyncSession,
    placement_id: int,
    event: PlacementEvent,
    *,
    settled_by: int,
    now: datetime,
    next_at: datetime | None = None,
) -> bool:
    """Let the event happen to a placement, if its status allows it; in its new status the clock has asked nothing."""
    values = {"settled_by": settled_by, "settled_at": now, "asked": None, "next_at": next_at}
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
            .where(Slot.contract_id == contract_id, Slot.kind == kind, Placement.status.in_(HAS_BEGUN))
            .order_by(Placement.settled_at, Placement.id),
        )
    ).all()


async def has_begun_in(session: AsyncSession, slot_id: int) -> bool:
    """Whether both sides have said of anybody that they have begun in the slot, whatever has become of it since."""
    begun = select(Placement.id).where(Placement.slot_id == slot_id, Placement.status.in_(HAS_BEGUN)).limit(1)
    return await session.scalar(begun) is not None


async def count_filled_in(session: AsyncSession, slot_id: int) -> int:
    """How many of the slot's places are taken, as both sides say; one that was left early is free again."""
    counted = select(func.count()).where(Placement.slot_id == slot_id, Placement.status.in_(FILL_A_PLACE))
    return await session.scalar(counted) or 0


async def may_say_start(session: AsyncSession) -> int | None:
    """The Telegram account of the matcher who has taken the newest slot in which somebody can begin."""
    return await session.scalar(
        select(Person.telegram_id)
        .join(Slot, Slot.claimed_by == Person.id)
        .where(Slot.status == SlotStatus.RESERVED, Slot.kind.in_(BEGIN_WITH_SOMEBODY))
        .order_by(Slot.id.desc())
        .limit(1),
    )
