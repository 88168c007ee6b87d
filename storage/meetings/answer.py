"""Answers to meetings: who comes, who can't, and who would like another time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.meeting import MeetingAnswer, MeetingStatus
from storage.dialects import insert_into
from storage.meetings.meeting import Attendee, Meeting

_NO_ANSWER: dict[str, Any] = {"answer": None, "proposal": None, "stand_in": None, "answered_at": None}


async def give(  # noqa: PLR0913  an answer, whose, to what, and when
    session: AsyncSession,
    meeting: Meeting,
    person_id: int,
    answer: MeetingAnswer,
    *,
    now: datetime,
    proposal: str | None = None,
    stand_in: str | None = None,
) -> bool:
    """Note an answer to the meeting as it was shown; False where it has changed since, or was answered so already."""
    if not await _is_still_so(session, meeting, now=now):
        return False
    is_other = or_(
        Attendee.answer.is_distinct_from(answer),
        Attendee.proposal.is_distinct_from(proposal),
        Attendee.stand_in.is_distinct_from(stand_in),
    )
    answered = await session.execute(
        update(Attendee)
        .where(Attendee.meeting_id == meeting.id, Attendee.person_id == person_id, is_other)
        .values(answer=answer, proposal=proposal, stand_in=stand_in, answered_at=now)
        .returning(Attendee.person_id),
    )
    return answered.first() is not None


async def ask(session: AsyncSession, meeting_id: int, person_id: int) -> bool:
    """Ask one more person; False where they are asked already."""
    asked = await session.scalar(
        insert_into(session, Attendee)
        .values(meeting_id=meeting_id, person_id=person_id)
        .on_conflict_do_nothing(index_elements=[Attendee.meeting_id, Attendee.person_id])
        .returning(Attendee.person_id),
    )
    return asked is not None


async def forget(session: AsyncSession, meeting_id: int, person_id: int) -> None:
    """Nothing is answered for that person any more."""
    nothing: dict[str, Any] = {"answer": None, "proposal": None, "answered_at": None}
    await session.execute(
        update(Attendee).where(Attendee.meeting_id == meeting_id, Attendee.person_id == person_id).values(**nothing),
    )


async def ask_anew(session: AsyncSession, meeting: Meeting) -> None:
    """Ask everyone anew, but for the organiser, who has said when it is."""
    of_others = Attendee.person_id != meeting.organised_by
    await session.execute(update(Attendee).where(Attendee.meeting_id == meeting.id, of_others).values(**_NO_ANSWER))


async def ask_who_would_like_another_time(session: AsyncSession, meeting_id: int) -> list[int]:
    """The time stays: those who would like another one are asked anew; says who they are."""
    wish = Attendee.answer == MeetingAnswer.OTHER_TIME
    asked = await session.scalars(
        update(Attendee)
        .where(Attendee.meeting_id == meeting_id, wish)
        .values(**_NO_ANSWER)
        .returning(Attendee.person_id),
    )
    return sorted(asked)


async def remind_of_other_time(session: AsyncSession, meeting_id: int, *, at: datetime | None) -> None:
    """Bring to the organiser's mind then that somebody would like another time; None: not any more."""
    await session.execute(update(Meeting).where(Meeting.id == meeting_id).values(other_time_at=at))


# Made once: each tick asks it.
_OTHER_TIMES_DUE = (
    select(Meeting)
    .where(Meeting.other_time_at.is_not(None), Meeting.other_time_at <= bindparam("now"))
    .order_by(Meeting.other_time_at, Meeting.id)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
    .execution_options(populate_existing=True)
)


async def other_times_due(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Meeting]:
    """Meetings for which somebody would like another time, of which it is time to remind, longest waiting first."""
    return (await session.scalars(_OTHER_TIMES_DUE, {"now": now, "at_most": at_most})).all()


async def other_times_to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[Meeting]:
    """Meetings whose organiser is reminded, after that instant, that somebody would like another time."""
    return (
        await session.scalars(
            select(Meeting)
            .where(Meeting.other_time_at > after)
            .order_by(Meeting.other_time_at, Meeting.id)
            .limit(at_most)
        )
    ).all()


async def _is_still_so(session: AsyncSession, meeting: Meeting, *, now: datetime) -> bool:
    """Locked, so that whoever moves it at this moment comes before the answer, or after it and asks anew."""
    same = await session.scalar(
        select(Meeting.id)
        .where(
            Meeting.id == meeting.id,
            Meeting.sequence == meeting.sequence,
            Meeting.status == MeetingStatus.PLANNED,
            Meeting.starts_at > now,
        )
        .with_for_update(),
    )
    return same is not None
