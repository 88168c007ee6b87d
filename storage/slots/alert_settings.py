"""What each matcher wants to be alerted about, and what waits for their next digest."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.alert_wish import Wish
from domain.slot import SlotKind, Trade
from storage.base import Base
from storage.dialects import insert_into
from storage.people.person import Person


class AlertWish(Base):
    """One matcher's wishes. Who has no row gets every alert, at once. An empty list leaves nothing out."""

    __tablename__ = "alert_wish"

    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, autoincrement=False)
    kinds: Mapped[list[str]]
    trades: Mapped[list[str]]
    areas: Mapped[list[str]]
    is_digest: Mapped[bool]
    """Once in the morning instead of one by one."""
    waiting: Mapped[list[int]]
    """The slots that the next digest tells of, by id, in the order in which they came."""
    digest_due_at: Mapped[datetime | None] = mapped_column(index=True)
    """When the next digest is due; None while there is nothing to tell."""

    @property
    def wish(self) -> Wish:
        """The wishes as the rules see them."""
        return Wish(
            kinds=frozenset(map(SlotKind, self.kinds)),
            trades=frozenset(map(Trade, self.trades)),
            areas=frozenset(self.areas),
            is_digest=self.is_digest,
        )

    def set(self, wish: Wish) -> None:
        """Keep other wishes."""
        self.kinds, self.trades = sorted(wish.kinds), sorted(wish.trades)
        self.areas, self.is_digest = sorted(wish.areas), wish.is_digest

    def gather(self, slot_id: int, *, due_at: datetime) -> None:
        """Let the slot wait for the next digest, once."""
        if slot_id not in self.waiting:
            self.waiting = [*self.waiting, slot_id]
        self.digest_due_at = self.digest_due_at or due_at


async def of_person(session: AsyncSession, person_id: int) -> AlertWish:
    """The person's wishes, locked until the transaction ends; who had none yet has a row that leaves nothing out."""
    await session.execute(
        insert_into(session, AlertWish)
        .values(person_id=person_id, kinds=[], trades=[], areas=[], is_digest=False, waiting=[])
        .on_conflict_do_nothing(index_elements=[AlertWish.person_id]),
    )
    return (await of_people(session, [person_id]))[person_id]


async def of_people(session: AsyncSession, person_ids: Collection[int]) -> dict[int, AlertWish]:
    """The wishes of those who have any, by person's id, locked until the transaction ends."""
    found = await session.scalars(
        select(AlertWish).where(AlertWish.person_id.in_(person_ids)).order_by(AlertWish.person_id).with_for_update(),
    )
    return {wish.person_id: wish for wish in found}


async def due(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[AlertWish]:
    """Those whose digest is due, longest waiting first."""
    return (
        await session.scalars(
            select(AlertWish)
            .where(AlertWish.digest_due_at <= now)
            .order_by(AlertWish.digest_due_at)
            .limit(at_most)
            .with_for_update(skip_locked=True),
        )
    ).all()


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[tuple[datetime, Person]]:
    """The digests that are due after that instant, and to whom, soonest first."""
    rows = await session.execute(
        select(AlertWish.digest_due_at, Person)
        .join(Person, Person.id == AlertWish.person_id)
        .where(AlertWish.digest_due_at > after)
        .order_by(AlertWish.digest_due_at)
        .limit(at_most),
    )
    return [(at, person) for at, person in rows if at is not None]
