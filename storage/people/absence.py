"""Absences and deputies: who is away until when, and who then gets what would have come to them."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ForeignKey, bindparam, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.role import Role
from storage.base import Base
from storage.dialects import insert_into
from storage.people.person import Person


class Absence(Base):
    """Somebody is away."""

    __tablename__ = "absence"

    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, autoincrement=False)
    until_on: Mapped[date]
    """The first day on which they are back."""


class Deputy(Base):
    """Who stands in for somebody who is away."""

    __tablename__ = "deputy"

    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, autoincrement=False)
    deputy_id: Mapped[int] = mapped_column(ForeignKey(Person.id))


async def back_on(session: AsyncSession, person_id: int, *, today: date) -> date | None:
    """The day on which somebody who is away today is back; None for somebody who is here."""
    return await session.scalar(
        select(Absence.until_on).where(Absence.person_id == person_id, Absence.until_on > today),
    )


async def set_away(session: AsyncSession, person_id: int, *, until_on: date) -> None:
    """Note that somebody is away from now on, up to the day on which they are back."""
    await session.execute(
        insert_into(session, Absence)
        .values(person_id=person_id, until_on=until_on)
        .on_conflict_do_update(index_elements=[Absence.person_id], set_={"until_on": until_on}),
    )


async def come_back(session: AsyncSession, person_id: int, *, today: date) -> bool:
    """Note that somebody is back before their day; False where they are here already."""
    back = await session.execute(
        delete(Absence).where(Absence.person_id == person_id, Absence.until_on > today).returning(Absence.person_id),
    )
    return back.first() is not None


async def deputy_of(session: AsyncSession, person_id: int) -> Person | None:
    """Who stands in for somebody; None where nobody does, or nobody may any more.

    A deputy has the same role and, for a supplier, speaks for the same company: that may have changed since.
    """
    person = await session.get_one(Person, person_id)
    deputy = await session.scalar(
        select(Person).join(Deputy, Deputy.deputy_id == Person.id).where(Deputy.person_id == person_id),
    )
    is_one = deputy is not None and (deputy.role, deputy.supplier_id) == (person.role, person.supplier_id)
    return deputy if is_one else None


async def set_deputy(session: AsyncSession, person_id: int, deputy_id: int | None) -> None:
    """Choose who stands in for somebody, or nobody."""
    if deputy_id is None:
        await session.execute(delete(Deputy).where(Deputy.person_id == person_id))
        return
    await session.execute(
        insert_into(session, Deputy)
        .values(person_id=person_id, deputy_id=deputy_id)
        .on_conflict_do_update(index_elements=[Deputy.person_id], set_={"deputy_id": deputy_id}),
    )


async def forget(session: AsyncSession, person_id: int) -> None:
    """Let go of a leaver's absence and deputy, and of whom they stood in for."""
    await session.execute(delete(Absence).where(Absence.person_id == person_id))
    await session.execute(delete(Deputy).where(or_(Deputy.person_id == person_id, Deputy.deputy_id == person_id)))


# Made once: each tick asks it.
_IS_AWAY = (
    select(Absence.person_id).where(Absence.person_id == Person.id, Absence.until_on > bindparam("today")).exists()
)
_PRESENT_IN_ROLE = (
    select(Person)
    .where(Person.role == bindparam("in_role"), Person.ended_at.is_(None), Person.unreachable_at.is_(None), ~_IS_AWAY)
    .order_by(Person.id)
)


async def present_in_role(session: AsyncSession, role: Role, *, today: date) -> Sequence[Person]:
    """Everyone in that role who has access, can be reached and is not away, oldest first."""
    return (await session.scalars(_PRESENT_IN_ROLE, {"in_role": role, "today": today})).all()


async def all_away(session: AsyncSession, person_ids: Sequence[int], *, today: date) -> dict[int, date]:
    """Of those people the ones who are away, each with the day on which they are back."""
    rows = await session.execute(
        select(Absence.person_id, Absence.until_on).where(Absence.person_id.in_(person_ids), Absence.until_on > today),
    )
    return {row.person_id: row.until_on for row in rows}


async def deputies_of(session: AsyncSession, person_ids: Collection[int]) -> dict[int, int]:
    """Who stands in for each of those people, by their ids; who has nobody is left out."""
    rows = await session.execute(
        select(Deputy.person_id, Deputy.deputy_id).where(Deputy.person_id.in_(person_ids)),
    )
    return {row.person_id: row.deputy_id for row in rows}
