"""Alert settings: what each matcher wants to be alerted about, and what waits for their next digest."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from domain.alert_settings import AlertSettings
from domain.slot import SlotKind, Trade
from storage.base import Base
from storage.dialects import insert_into
from storage.people.person import Person


class AlertSettingsRow(Base):
    """One matcher's settings. Who has no row gets every alert, at once. An empty list leaves nothing out."""

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

    morning_at: Mapped[datetime | None] = mapped_column(index=True)
    """When the next morning message is due; None for who wants none."""

    @property
    def settings(self) -> AlertSettings:
        """The settings as the rules see them."""
        return AlertSettings(
            kinds=frozenset(map(SlotKind, self.kinds)),
            trades=frozenset(map(Trade, self.trades)),
            areas=frozenset(self.areas),
            is_digest=self.is_digest,
        )

    def set(self, settings: AlertSettings) -> None:
        """Keep these settings instead of those that were."""
        self.kinds, self.trades = sorted(settings.kinds), sorted(settings.trades)
        self.areas, self.is_digest = sorted(settings.areas), settings.is_digest

    def gather(self, slot_id: int, *, due_at: datetime) -> None:
        """Let the slot wait for the next digest, once."""
        if slot_id not in self.waiting:
            self.waiting = [*self.waiting, slot_id]
        self.digest_due_at = self.digest_due_at or due_at


async def of_person(session: AsyncSession, person_id: int) -> AlertSettingsRow:
    """The person's settings, locked until the transaction ends; who had none yet gets some that leave nothing out."""
    await session.execute(
        insert_into(session, AlertSettingsRow)
        .values(person_id=person_id, kinds=[], trades=[], areas=[], is_digest=False, waiting=[])
        .on_conflict_do_nothing(index_elements=[AlertSettingsRow.person_id]),
    )
    return (await of_people(session, [person_id]))[person_id]


# Made once: each offer asks it.
_OF_PEOPLE = (
    select(AlertSettingsRow)
    .where(AlertSettingsRow.person_id.in_(bindparam("person_ids", expanding=True)))
    .order_by(AlertSettingsRow.person_id)
    .with_for_update()
)


async def of_people(session: AsyncSession, person_ids: Collection[int]) -> dict[int, AlertSettingsRow]:
    """The settings of those who have any, by person's id, locked until the transaction ends."""
    found = await session.scalars(_OF_PEOPLE, {"person_ids": list(person_ids)})
    return {row.person_id: row for row in found}


# Made once: each tick asks it.
_DUE = (
    select(AlertSettingsRow)
    .where(AlertSettingsRow.digest_due_at <= bindparam("now"))
    .order_by(AlertSettingsRow.digest_due_at)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
)


async def due(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[AlertSettingsRow]:
    """Those whose digest is due, longest waiting first."""
    return (await session.scalars(_DUE, {"now": now, "at_most": at_most})).all()


# Made once: each tick asks it.
_MORNINGS_DUE = (
    select(AlertSettingsRow)
    .where(AlertSettingsRow.morning_at <= bindparam("now"))
    .order_by(AlertSettingsRow.morning_at)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
)


async def mornings_due(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[AlertSettingsRow]:
    """Those whose morning message is due, longest waiting first."""
    return (await session.scalars(_MORNINGS_DUE, {"now": now, "at_most": at_most})).all()


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[tuple[datetime, Person]]:
    """The digests that are due after that instant, and to whom, soonest first."""
    return await _to_come(session, AlertSettingsRow.digest_due_at, after, at_most)


async def mornings_to_come(
    session: AsyncSession, *, after: datetime, at_most: int
) -> Sequence[tuple[datetime, Person]]:
    """The morning messages that are due after that instant, and to whom, soonest first."""
    return await _to_come(session, AlertSettingsRow.morning_at, after, at_most)


async def _to_come(
    session: AsyncSession, due_at: InstrumentedAttribute[datetime | None], after: datetime, at_most: int
) -> Sequence[tuple[datetime, Person]]:
    rows = await session.execute(
        select(due_at, Person)
        .join(Person, Person.id == AlertSettingsRow.person_id)
        .where(due_at > after)
        .order_by(due_at)
        .limit(at_most),
    )
    return [(at, person) for at, person in rows if at is not None]
