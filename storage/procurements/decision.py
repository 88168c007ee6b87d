"""What people decided of a procurement, and why; the newest holds, and none is lost."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.procurement import LONGEST_DECISION_REASON, Level
from domain.slot import SlotKind
from storage.base import Base, Id, batched, coded, partial_index
from storage.people.person import Person
from storage.procurements.procurement import Procurement


class ProcurementDecision(Base):
    """One decision."""

    __tablename__ = "procurement_decision"
    __table_args__ = (
        partial_index("uq_procurement_decision_in_force", "procurement_id", unique=True, where="replaced_at IS NULL"),
        Index("ix_procurement_decision_procurement_id", "procurement_id", "id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    procurement_id: Mapped[int] = mapped_column(ForeignKey(Procurement.id))
    level: Mapped[Level] = mapped_column(coded(Level))
    kinds: Mapped[list[str]] = mapped_column(JSON)
    """The kinds of contribution that are to be asked for."""
    reason: Mapped[str] = mapped_column(String(LONGEST_DECISION_REASON))
    advice: Mapped[dict[str, object]] = mapped_column(JSON)
    """What the bot had advised just then, and by what, in codes."""
    decided_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    decided_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]

    @property
    def asked_for(self) -> tuple[SlotKind, ...]:
        """The kinds of contribution, as the rules know them."""
        return tuple(SlotKind(each) for each in self.kinds)


async def decide(session: AsyncSession, decision: ProcurementDecision) -> ProcurementDecision:
    """Let it be in force, instead of what was decided of the procurement so far, which stays as what was so before.

    The procurement is held meanwhile, so that of two who decide at once one comes after the other.
    """
    held = select(Procurement.id).where(Procurement.id == decision.procurement_id).with_for_update()
    await session.execute(held)
    before = await in_force(session, decision.procurement_id)
    if before is not None:
        before.replaced_at = decision.decided_at
        await session.flush()
    session.add(decision)
    await session.flush()
    return decision


async def in_force(session: AsyncSession, procurement_id: int) -> ProcurementDecision | None:
    """What holds for the procurement; None where nothing is decided."""
    return (await all_in_force(session, [procurement_id])).get(procurement_id)


async def all_in_force(session: AsyncSession, procurement_ids: Collection[int]) -> dict[int, ProcurementDecision]:
    """What holds for each of many procurements, by their ids; those of which nothing is decided are not there."""
    found: dict[int, ProcurementDecision] = {}
    for some in batched(sorted(procurement_ids)):
        holding = select(ProcurementDecision).where(
            ProcurementDecision.procurement_id.in_(some), ProcurementDecision.replaced_at.is_(None)
        )
        rows = await session.scalars(holding.execution_options(populate_existing=True))
        found |= {each.procurement_id: each for each in rows}
    return found


async def count(session: AsyncSession, procurement_id: int) -> int:
    """How often something was decided of the procurement."""
    number = select(func.count()).where(ProcurementDecision.procurement_id == procurement_id)
    return await session.scalar(number) or 0


async def part(
    session: AsyncSession, procurement_id: int, *, skip: int, at_most: int
) -> Sequence[tuple[ProcurementDecision, str]]:
    """A part of all that was ever decided of it, the newest first, each with who decided."""
    rows = await session.execute(
        select(ProcurementDecision, Person.name)
        .join(Person, Person.id == ProcurementDecision.decided_by)
        .where(ProcurementDecision.procurement_id == procurement_id)
        .order_by(ProcurementDecision.id.desc())
        .offset(skip)
        .limit(at_most)
    )
    return [(decision, name) for decision, name in rows]
