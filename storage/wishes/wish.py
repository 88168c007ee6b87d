"""Wishes: what kind of place somebody looks for, by a random code. Who it is stands in the city's case system alone.

Only matchers see them. Nothing of a wish is written into another table, but for the links that its disposal empties.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, bindparam, case, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.access import may
from domain.action import Action
from domain.actor import Actor
from domain.frozen import frozen
from domain.reference import Noun, Reference
from domain.slot import SlotKind, Trade
from domain.subject import WishSubject
from domain.wish import Adaptation, Licence, SwedishLevel, Wished, WishHours, WishStatus
from domain.wish_step import ASKED_AFTER
from storage.base import Base, Id, coded, partial_index
from storage.code import a_code
from storage.people.person import Person
from storage.slots.area import Area

CODE_LENGTH = 6


class Wish(Base):
    """What one resident looks for; the code stays theirs while they are in the programme."""

    __tablename__ = "wish"
    __table_args__ = (
        Index("ix_wish_matcher_id", "matcher_id", "status"),
        partial_index("ix_wish_next_at", "next_at", where="next_at IS NOT NULL"),
        # The number of one that was disposed of never comes again: what still carries it must not lead to another.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    matcher_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    """Whose wish it is to find a place for."""
    kind: Mapped[SlotKind] = mapped_column(coded(SlotKind))
    trade: Mapped[Trade] = mapped_column(coded(Trade))
    area_id: Mapped[int | None] = mapped_column(ForeignKey(Area.id))
    """None where any area will do."""
    from_on: Mapped[date | None]
    hours: Mapped[WishHours | None] = mapped_column(coded(WishHours))
    swedish: Mapped[SwedishLevel | None] = mapped_column(coded(SwedishLevel))
    licence: Mapped[Licence | None] = mapped_column(coded(Licence))
    adaptations: Mapped[list[str]]
    """By the names of `Adaptation`."""
    status: Mapped[WishStatus] = mapped_column(coded(WishStatus))
    revision: Mapped[int]
    created_at: Mapped[datetime]
    touched_at: Mapped[datetime]
    """When a matcher last did something with it; what nobody touches for long is asked about, and disposed of."""
    asked_at: Mapped[datetime | None]
    """When its matcher was asked whether somebody still looks; None where it was touched since, or never asked."""
    next_at: Mapped[datetime | None]
    """When the clock comes to it next."""

    @property
    def wished(self) -> Wished:
        """As the rules of matching see it."""
        needs = frozenset(Adaptation(each) for each in self.adaptations)
        return Wished(self.kind, self.trade, self.area_id, self.from_on, self.hours, self.swedish, self.licence, needs)

    def subject_with(self, deputies: Sequence[int] = ()) -> WishSubject:
        """The wish as the rules of access see it, while these stand in for its matcher."""
        return WishSubject(self.matcher_id, tuple(deputies))

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.WISH, self.id)


@frozen
class WishCount:
    """How many look for a place of a kind in a trade."""

    kind: SlotKind
    trade: Trade
    number: int


async def add(session: AsyncSession, matcher_id: int, wished: Wished, *, now: datetime) -> Wish:
    """Keep a new wish under a code that nobody has."""
    taken = True
    while taken:
        code = a_code(CODE_LENGTH)
        taken = bool(await session.scalar(select(exists().where(Wish.code == code))))
    wish = Wish(
        code=code,
        matcher_id=matcher_id,
        status=WishStatus.LOOKING,
        revision=1,
        created_at=now,
        touched_at=now,
        next_at=now + ASKED_AFTER,
        **_columns(wished),
    )
    session.add(wish)
    await session.flush()
    return wish


async def find(session: AsyncSession, wish_id: int) -> Wish | None:
    """The wish with that id, as it is now; None where it was disposed of."""
    return await session.get(Wish, wish_id, populate_existing=True)


async def held(session: AsyncSession, wish_id: int) -> Wish | None:
    """The same, held until the transaction ends."""
    return await session.get(Wish, wish_id, populate_existing=True, with_for_update=True)


async def listed(session: AsyncSession, viewer: Actor) -> Sequence[Wish]:
    """Every wish that is kept and that the viewer may see: their own first, and of each matcher the newest first."""
    if not may(viewer, Action.SEE_WISH):
        return []
    is_own = case((Wish.matcher_id == viewer.person_id, 0), else_=1)
    return (
        await session.scalars(
            select(Wish)
            .where(Wish.status != WishStatus.CLOSED)
            .order_by(is_own, Wish.matcher_id, Wish.id.desc())
            .execution_options(populate_existing=True)
        )
    ).all()


async def counts(session: AsyncSession, viewer: Actor, *, shown_from: int) -> Sequence[WishCount]:
    """How many look for what, the most first; nothing of which there are fewer, and nothing for who may not know."""
    if not may(viewer, Action.COUNT_WISHES):
        return []
    number = func.count()
    rows = await session.execute(
        select(Wish.kind, Wish.trade, number)
        .where(Wish.status == WishStatus.LOOKING)
        .group_by(Wish.kind, Wish.trade)
        .having(number >= shown_from)
        .order_by(number.desc(), Wish.kind, Wish.trade)
    )
    return [WishCount(*row) for row in rows]


def change(wish: Wish, wished: Wished) -> None:
    """Let somebody look for this instead."""
    for name, value in _columns(wished).items():
        setattr(wish, name, value)
    wish.revision += 1


def touch(wish: Wish, *, now: datetime) -> None:
    """A matcher has done something with it: nobody has to be asked about it for long."""
    wish.touched_at, wish.asked_at, wish.next_at = now, None, now + ASKED_AFTER


# Made once: each tick asks it.
_DUE = (
    select(Wish)
    .where(Wish.next_at <= bindparam("now"))
    .order_by(Wish.next_at)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
    .execution_options(populate_existing=True)
)


async def due(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Wish]:
    """Those that the clock comes to now, each held; one that somebody has in hand is passed by."""
    return (await session.scalars(_DUE, {"now": now, "at_most": at_most})).all()


async def of_matcher(session: AsyncSession, matcher_id: int) -> Sequence[Wish]:
    """Every wish of a matcher's, each held."""
    return (
        await session.scalars(
            select(Wish)
            .where(Wish.matcher_id == matcher_id)
            .order_by(Wish.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    ).all()


async def are_there(session: AsyncSession, matcher_id: int) -> bool:
    """Whether a matcher has any wish."""
    return bool(await session.scalar(select(exists().where(Wish.matcher_id == matcher_id))))


async def look_at_all(session: AsyncSession, *, at: datetime) -> None:
    """Let the clock come to every wish at that instant."""
    await session.execute(update(Wish).values(next_at=at).execution_options(synchronize_session=False))


async def look_again_by_themselves(session: AsyncSession, *, now: datetime) -> None:
    """Let the clock come to every wish as it would have, but to none before it can be asked about anew."""
    every = await session.scalars(select(Wish).with_for_update().execution_options(populate_existing=True))
    for wish in every:
        wish.asked_at, wish.next_at = None, max(now, wish.touched_at + ASKED_AFTER)


def _columns(wished: Wished) -> dict[str, Any]:
    needs = [each.value for each in Adaptation if each in wished.adaptations]
    return asdict(wished) | {"adaptations": needs}
