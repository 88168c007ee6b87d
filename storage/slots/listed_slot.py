"""Listed slots: which slots a message tells of, where it tells of several."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import ForeignKey, Index, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, table_of
from storage.dialects import InBothDialects, in_dialect
from storage.outbox import OutboxRow
from storage.slots.slot import Slot


class ListedSlot(Base):
    """One of the slots in one message."""

    __tablename__ = "listed_slot"
    __table_args__ = (Index("ix_listed_slot_slot_id", "slot_id"),)

    outbox_id: Mapped[int] = mapped_column(ForeignKey(OutboxRow.id), primary_key=True, autoincrement=False)
    """The message itself, however often it was edited since."""
    slot_id: Mapped[int] = mapped_column(ForeignKey(Slot.id), primary_key=True, autoincrement=False)


# Made once: to build a question costs more than to ask it.
_KEEP = InBothDialects(
    lambda insert: insert(table_of(ListedSlot)).on_conflict_do_nothing(index_elements=["outbox_id", "slot_id"])
)
_IN_MESSAGES = (
    select(ListedSlot.outbox_id, Slot)
    .join(Slot, Slot.id == ListedSlot.slot_id)
    .where(ListedSlot.outbox_id.in_(bindparam("outbox_ids", expanding=True)))
    .order_by(ListedSlot.outbox_id, Slot.id)
    .execution_options(populate_existing=True)
)


async def keep(session: AsyncSession, told_in: Mapping[int, Collection[int]]) -> None:
    """Note which slots each of these messages tells of, beside those that it tells of already."""
    rows = [{"outbox_id": outbox_id, "slot_id": slot_id} for outbox_id, ids in told_in.items() for slot_id in ids]
    if rows:
        await session.execute(in_dialect(session, _KEEP), rows)


async def messages_about(session: AsyncSession, slot_id: int, *, key_begins: str) -> Sequence[OutboxRow]:
    """The messages that tell of several slots, this one among them, of the sort that their key begins with."""
    return (
        await session.scalars(
            select(OutboxRow)
            .join(ListedSlot, ListedSlot.outbox_id == OutboxRow.id)
            .where(ListedSlot.slot_id == slot_id, OutboxRow.dedup_key.startswith(key_begins, autoescape=True))
            .order_by(OutboxRow.id),
        )
    ).all()


async def hold(session: AsyncSession, outbox_ids: Collection[int]) -> None:
    """Let nobody else word these messages anew until the transaction ends.

    Two slots in one message may be claimed at the same moment; the later of the two must read what the earlier did.
    """
    await session.execute(
        select(ListedSlot.slot_id)
        .where(ListedSlot.outbox_id.in_(outbox_ids))
        .order_by(ListedSlot.outbox_id, ListedSlot.slot_id)
        .with_for_update(),
    )


async def in_messages(session: AsyncSession, outbox_ids: Collection[int]) -> dict[int, list[Slot]]:
    """The slots in each of these messages that tells of several, oldest first, as they are now."""
    rows = await session.execute(_IN_MESSAGES, {"outbox_ids": list(outbox_ids)})
    found: dict[int, list[Slot]] = {}
    for outbox_id, slot in rows:
        found.setdefault(outbox_id, []).append(slot)
    return found


async def told_to(session: AsyncSession, person_id: int, slot_ids: Collection[int]) -> set[int]:
    """Which of these slots a message to that person tells of beside others.

    Each message is looked up by its id: joined, PostgreSQL would rather read all that was ever said.
    """
    told_person = select(OutboxRow.person_id).where(OutboxRow.id == ListedSlot.outbox_id).scalar_subquery()
    told = await session.scalars(
        select(ListedSlot.slot_id).where(ListedSlot.slot_id.in_(slot_ids), told_person == person_id),
    )
    return set(told)
