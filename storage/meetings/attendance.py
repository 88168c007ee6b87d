"""A supplier's attendance: which meetings with a supplier were held, and whether it took part."""

from collections.abc import Sequence

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.frozen import frozen
from domain.meeting import MeetingStatus
from storage.meetings.meeting import Attendee, Meeting
from storage.people.person import Person


@frozen
class Attendance:
    """How many meetings with a supplier have come to what.

    Attributes:
        held: Were held.
        attended: Were held with somebody from the supplier.
        not_held: Were planned, and not held.
        cancelled: Were called off beforehand.
    """

    held: int
    attended: int
    not_held: int = 0
    cancelled: int = 0


async def of_supplier(session: AsyncSession, supplier_id: int) -> Attendance:
    """The supplier's attendance, over all its contracts."""
    rows = await session.execute(
        select(Meeting.status, func.count()).where(Meeting.supplier_id == supplier_id).group_by(Meeting.status),
    )
    counts: dict[MeetingStatus, int] = dict(rows.all())
    attended = await session.scalar(_attended(supplier_id))
    return Attendance(
        held=counts.get(MeetingStatus.HELD, 0),
        attended=attended or 0,
        not_held=counts.get(MeetingStatus.NOT_HELD, 0),
        cancelled=counts.get(MeetingStatus.CANCELLED, 0),
    )


async def part(session: AsyncSession, supplier_id: int, *, skip: int, at_most: int) -> Sequence[Meeting]:
    """The meetings with the supplier, the latest first, from there on."""
    return (
        await session.scalars(
            select(Meeting)
            .where(Meeting.supplier_id == supplier_id)
            .order_by(Meeting.starts_at.desc(), Meeting.id.desc())
            .limit(at_most)
            .offset(skip)
            .execution_options(populate_existing=True),
        )
    ).all()


async def count(session: AsyncSession, supplier_id: int) -> int:
    """How many meetings there are with the supplier, whatever came of them."""
    return await session.scalar(select(func.count()).where(Meeting.supplier_id == supplier_id)) or 0


def _attended(supplier_id: int) -> Select[int]:
    """How many meetings were held with somebody from the supplier, whether they were asked or not.

    Joined from the supplier's meetings on: asked as "does anybody exist", PostgreSQL reads everyone who ever came.
    """
    return (
        select(func.count(Meeting.id.distinct()))
        .outerjoin(Attendee, and_(Attendee.meeting_id == Meeting.id, Attendee.has_come.is_(True)))
        .outerjoin(Person, and_(Person.id == Attendee.person_id, Person.supplier_id == Meeting.supplier_id))
        .where(
            Meeting.supplier_id == supplier_id,
            Meeting.status == MeetingStatus.HELD,
            or_(Meeting.has_other_come.is_(True), Person.id.is_not(None)),
        )
    )
