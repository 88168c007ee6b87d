"""People: supplier contacts and the city's staff. Residents are never in here."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.access import Actor, PersonSubject
from domain.language import Language
from domain.role import Role
from storage.base import Base, Id, coded
from storage.supplier import Supplier


class Person(Base):
    """Somebody who was let in."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    telegram_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    """In a one-to-one chat Telegram uses the same number for the person and for the chat."""
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[Role] = mapped_column(coded(Role))
    supplier_id: Mapped[int | None] = mapped_column(ForeignKey(Supplier.id), index=True)
    language: Mapped[Language] = mapped_column(coded(Language))
    joined_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    unreachable_at: Mapped[datetime | None]

    @property
    def actor(self) -> Actor:
        """The person as the rules of access see them."""
        return Actor(
            person_id=self.id,
            role=self.role,
            supplier_id=self.supplier_id,
            is_active=self.ended_at is None,
        )

    @property
    def subject(self) -> PersonSubject:
        """The person as somebody whom an action is about."""
        return PersonSubject(person_id=self.id, role=self.role)


async def by_telegram_id(session: AsyncSession, telegram_id: int) -> Person | None:
    """The person behind a Telegram account, also one whose access has ended."""
    return await session.scalar(select(Person).where(Person.telegram_id == telegram_id))


async def find(session: AsyncSession, person_id: int) -> Person:
    """The person with that id, who must exist."""
    return await session.get_one(Person, person_id)


async def active_in_role(session: AsyncSession, role: Role) -> Sequence[Person]:
    """Everyone in that role who has access and can be reached, oldest first."""
    return (
        await session.scalars(
            select(Person)
            .where(Person.role == role, Person.ended_at.is_(None), Person.unreachable_at.is_(None))
            .order_by(Person.id),
        )
    ).all()


async def mark_unreachable(session: AsyncSession, person_id: int, *, now: datetime) -> bool:
    """Note that Telegram refuses to reach the person; says whether that is news."""
    result = await session.execute(
        update(Person)
        .where(Person.id == person_id, Person.unreachable_at.is_(None))
        .values(unreachable_at=now)
        .returning(Person.id),
    )
    return result.first() is not None


async def mark_reachable(session: AsyncSession, person_id: int) -> None:
    """Note that the person has written, and so can be reached again."""
    await session.execute(update(Person).where(Person.id == person_id).values(unreachable_at=None))
