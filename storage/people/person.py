"""People: supplier contacts and the city's staff. Residents are never in here."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import BigInteger, ColumnElement, ForeignKey, String, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.access import may
from domain.action import Action
from domain.actor import Actor
from domain.contact import LONGEST_NAME
from domain.language import Language
from domain.reference import Noun, Reference
from domain.role import Role
from domain.subject import PersonSubject
from storage.base import Base, Id, batched, coded, partial_index
from storage.people.supplier import Supplier


class Person(Base):
    """Somebody who was let in."""

    __tablename__ = "person"
    __table_args__ = (
        partial_index("ix_person_in", "name", "id", where="ended_at IS NULL"),
        partial_index("ix_person_ended", "name", "id", where="ended_at IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    telegram_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    """In a one-to-one chat Telegram uses the same number for the person and for the chat."""
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    role: Mapped[Role] = mapped_column(coded(Role), index=True)
    supplier_id: Mapped[int | None] = mapped_column(ForeignKey(Supplier.id), index=True)
    language: Mapped[Language] = mapped_column(coded(Language))
    joined_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    unreachable_at: Mapped[datetime | None]
    monthly_off_at: Mapped[datetime | None]
    """When a reader has said that they want no monthly letter; None while they get it."""
    broadcasts_off_at: Mapped[datetime | None]
    """When a supplier's contact has said that they want no broadcasts; None while they get them."""

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

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name them."""
        return Reference(Noun.PERSON, self.id)


async def by_telegram_id(session: AsyncSession, telegram_id: int) -> Person | None:
    """The person behind a Telegram account, also one whose access has ended."""
    return await session.scalar(select(Person).where(Person.telegram_id == telegram_id))


async def find(session: AsyncSession, person_id: int) -> Person:
    """The person with that id, who must exist."""
    return await session.get_one(Person, person_id)


async def with_id(session: AsyncSession, person_id: int) -> Person | None:
    """The person with that id, if there is one."""
    return await session.get(Person, person_id)


async def with_ids(session: AsyncSession, person_ids: Collection[int]) -> dict[int, Person]:
    """Those people, by id."""
    found = await session.scalars(select(Person).where(Person.id.in_(person_ids)))
    return {each.id: each for each in found}


async def active_in_role(session: AsyncSession, role: Role) -> Sequence[Person]:
    """Everyone in that role who has access and can be reached, oldest first."""
    return (
        await session.scalars(
            select(Person)
            .where(Person.role == role, Person.ended_at.is_(None), Person.unreachable_at.is_(None))
            .order_by(Person.id),
        )
    ).all()


async def count_active_in_role(session: AsyncSession, role: Role) -> int:
    """How many in that role have access and can be reached."""
    counted = select(func.count()).where(
        Person.role == role, Person.ended_at.is_(None), Person.unreachable_at.is_(None)
    )
    return await session.scalar(counted) or 0


async def of_supplier(session: AsyncSession, supplier_id: int) -> Sequence[Person]:
    """Everyone of the supplier's who has access, oldest first."""
    return (
        await session.scalars(
            select(Person).where(Person.supplier_id == supplier_id, Person.ended_at.is_(None)).order_by(Person.id),
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


async def mark_reachable(session: AsyncSession, person_id: int) -> bool:
    """Note that the person has written, and so can be reached again; says whether that is news."""
    result = await session.execute(
        update(Person)
        .where(Person.id == person_id, Person.unreachable_at.is_not(None))
        .values(unreachable_at=None)
        .returning(Person.id),
    )
    return result.first() is not None


async def end_access(session: AsyncSession, person_id: int, *, now: datetime) -> bool:
    """Let the person's access end: it holds at their next press. False where it has ended before."""
    ended = await session.execute(
        update(Person)
        .where(Person.id == person_id, Person.ended_at.is_(None))
        .values(ended_at=now)
        .returning(Person.id),
    )
    return ended.first() is not None


async def colleagues(session: AsyncSession, person: Person) -> Sequence[Person]:
    """Who could act for somebody: those with access in the same role and, for a supplier, in the same company."""
    return (
        await session.scalars(
            select(Person)
            .where(
                Person.role == person.role,
                Person.supplier_id.is_not_distinct_from(person.supplier_id),
                Person.ended_at.is_(None),
                Person.id != person.id,
            )
            .order_by(Person.name, Person.id),
        )
    ).all()


async def listed(
    session: AsyncSession, viewer: Actor, *, have_access: bool, at_most: int, after: int
) -> Sequence[Person]:
    """A page of who is in, or who was; nobody for one who may not see people."""
    if not may(viewer, Action.SEE_PEOPLE):
        return []
    by_name = select(Person).where(_has_access(have_access)).order_by(Person.name, Person.id)
    return (await session.scalars(by_name.limit(at_most).offset(after))).all()


async def count_listed(session: AsyncSession, viewer: Actor, *, have_access: bool) -> int:
    """How many are in, or were."""
    if not may(viewer, Action.SEE_PEOPLE):
        return 0
    return await session.scalar(select(func.count()).select_from(Person).where(_has_access(have_access))) or 0


def _has_access(have_access: bool) -> ColumnElement[bool]:  # noqa: FBT001  private, and its name says it all
    return Person.ended_at.is_(None) if have_access else Person.ended_at.is_not(None)


async def of_suppliers(session: AsyncSession, supplier_ids: Sequence[int]) -> Sequence[Person]:
    """Everyone with access who speaks for one of these suppliers, oldest first."""
    found: list[Person] = []
    for some in batched(supplier_ids):
        found += await session.scalars(
            select(Person)
            .where(Person.supplier_id.in_(some), Person.ended_at.is_(None))
            .order_by(Person.id)
            .execution_options(populate_existing=True)
        )
    return found
