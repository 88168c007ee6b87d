"""What comes after a meeting: whom to ask how it went, who came, and who has confirmed what was agreed."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, bindparam, case, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from domain.meeting import MeetingStatus
from domain.meeting_outcome import MissReason
from storage.contracts.hold import is_held
from storage.meetings.meeting import Attendee, Meeting


async def to_ask_about(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Meeting]:
    """Meetings of which it is time to ask how they went, longest waiting first."""
    return (await session.scalars(_TO_ASK_ABOUT, {"now": now, "at_most": at_most})).all()


async def to_be_confirmed(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Meeting]:
    """Meetings whose summary has waited long enough for the supplier's word, longest waiting first; none on hold."""
    return (await session.scalars(_TO_BE_CONFIRMED, {"now": now, "at_most": at_most})).all()


async def questions_to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[Meeting]:
    """Meetings after which the organiser is asked how it went, after that instant, soonest first."""
    return await _to_come(session, Meeting.ask_at, after=after, at_most=at_most)


async def confirmations_to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[Meeting]:
    """Meetings of which the supplier is reminded, after that instant, that the summary waits for their word."""
    is_asked = ~is_held(Meeting.contract_id)
    return await _to_come(session, Meeting.confirm_at, is_asked, after=after, at_most=at_most)


async def _to_come(
    session: AsyncSession,
    at: InstrumentedAttribute[datetime | None],
    *conditions: ColumnElement[bool],
    after: datetime,
    at_most: int,
) -> Sequence[Meeting]:
    found = select(Meeting).where(at > after, *conditions).order_by(at, Meeting.id).limit(at_most)
    return (await session.scalars(found)).all()


def _due(
    at: InstrumentedAttribute[datetime | None], status: MeetingStatus, *conditions: ColumnElement[bool]
) -> Select[Meeting]:
    return (
        select(Meeting)
        .where(at.is_not(None), at <= bindparam("now"), Meeting.status == status, *conditions)
        .order_by(at, Meeting.id)
        .limit(bindparam("at_most"))
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )


# Made once: each tick asks them.
_TO_ASK_ABOUT = _due(Meeting.ask_at, MeetingStatus.PLANNED)
_TO_BE_CONFIRMED = _due(Meeting.confirm_at, MeetingStatus.HELD, ~is_held(Meeting.contract_id))


async def note_who_came(session: AsyncSession, meeting_id: int, person_ids: Collection[int]) -> None:
    """Of those who were asked, say of each whether they were there."""
    await session.execute(
        update(Attendee)
        .where(Attendee.meeting_id == meeting_id)
        .values(has_come=Attendee.person_id.in_(person_ids))
        .execution_options(synchronize_session=False),
    )


async def forget_who_came(session: AsyncSession, meeting_id: int) -> None:
    """Nobody came to a meeting that was not held: nothing is said of anybody."""
    await session.execute(
        update(Attendee)
        .where(Attendee.meeting_id == meeting_id)
        .values(has_come=None)
        .execution_options(synchronize_session=False),
    )


async def confirm(session: AsyncSession, meeting_id: int, *, revision: int, by: int, now: datetime) -> bool:
    """The first confirmation of the summary as it stands; False where there is one, or where it was corrected."""
    confirmed = await session.execute(
        update(Meeting)
        .where(
            Meeting.id == meeting_id,
            Meeting.status == MeetingStatus.HELD,
            Meeting.revision == revision,
            Meeting.confirmed_at.is_(None),
        )
        .values(confirmed_by=by, confirmed_at=now, confirm_at=None, disputed_at=None)
        .returning(Meeting.id),
    )
    return confirmed.first() is not None


async def confirm_no_more(session: AsyncSession, meeting_id: int) -> None:
    """The summary waits for the supplier's own word again: what was heard of it is not so."""
    await session.execute(
        update(Meeting)
        .where(Meeting.id == meeting_id, Meeting.status == MeetingStatus.HELD)
        .values(confirmed_by=None, confirmed_at=None),
    )


async def leave_to_organiser(
    session: AsyncSession, meeting_id: int, *, revision: int, now: datetime, until: datetime
) -> bool:
    """The supplier is not reminded of a summary that does not hold for it; False where that has been corrected."""
    left = await session.execute(
        update(Meeting)
        .where(Meeting.id == meeting_id, Meeting.status == MeetingStatus.HELD, Meeting.revision == revision)
        .values(
            confirm_at=_unless_confirmed(until),
            disputed_at=_unless_confirmed(now),
            is_confirmation_reminded=True,
        )
        .returning(Meeting.id),
    )
    return left.first() is not None


def _unless_confirmed(at: datetime) -> ColumnElement[datetime | None]:
    """That instant, kept as the column keeps it; nothing where the summary is confirmed already."""
    return case((Meeting.confirmed_at.is_(None), literal(at, Meeting.confirm_at.type)))


async def give_reason(session: AsyncSession, meeting_id: int, reason: MissReason) -> bool:
    """Say why a meeting was not held; False where that is said already, or where it was held after all."""
    given = await session.execute(
        update(Meeting)
        .where(
            Meeting.id == meeting_id,
            Meeting.status == MeetingStatus.NOT_HELD,
            Meeting.miss_reason.is_distinct_from(reason),
        )
        .values(miss_reason=reason)
        .returning(Meeting.id),
    )
    return given.first() is not None
