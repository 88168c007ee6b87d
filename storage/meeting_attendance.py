"""The record of who came: how many of a supplier's meetings were held, and to how many somebody of theirs came."""

from dataclasses import dataclass

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.meeting import MeetingStatus
from storage.meeting import Attendee, Meeting
from storage.person import Person


@dataclass(frozen=True)
class Attendance:
    """A supplier's meetings.

    Attributes:
        held: How many were held.
        attended: To how many of them somebody from the supplier came.
    """

    held: int
    attended: int


async def of_supplier(session: AsyncSession, supplier_id: int) -> Attendance:
    """The supplier's record."""
    came = (
        exists()
        .where(Attendee.meeting_id == Meeting.id, Attendee.has_come.is_(True), Person.id == Attendee.person_id)
        .where(Person.supplier_id == supplier_id)
    )
    held = (Meeting.supplier_id == supplier_id, Meeting.status == MeetingStatus.HELD)
    counted = select(func.count()).select_from(Meeting)
    return Attendance(
        held=await session.scalar(counted.where(*held)) or 0,
        attended=await session.scalar(counted.where(*held, came)) or 0,
    )
