"""Dialogue meetings: when and where, who is asked, who came, and what was agreed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, String, Text, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.meeting import LONGEST_PLACE, LONGEST_REASON, LONGEST_STAND_IN, MeetingAnswer, MeetingKind, MeetingStatus
from domain.meeting_life import MEETING_LIFE, MeetingEvent
from domain.meeting_outcome import MissReason
from domain.reference import Noun, Reference
from storage.base import Base, Id, coded, partial_index
from storage.contracts.contract import Contract
from storage.guarded_update import happened
from storage.people.person import Person
from storage.people.supplier import Supplier


class Meeting(Base):
    """One dialogue meeting under a contract."""

    __tablename__ = "meeting"
    __table_args__ = (
        partial_index("ix_meeting_remind_at", "remind_at", where="remind_at IS NOT NULL"),
        partial_index("ix_meeting_agenda_at", "agenda_at", where="agenda_at IS NOT NULL"),
        partial_index("ix_meeting_ask_at", "ask_at", where="ask_at IS NOT NULL"),
        partial_index("ix_meeting_confirm_at", "confirm_at", where="confirm_at IS NOT NULL"),
        partial_index("ix_meeting_other_time_at", "other_time_at", where="other_time_at IS NOT NULL"),
        Index("ix_meeting_supplier_id", "supplier_id", "starts_at"),
        Index("ix_meeting_starts_at", "starts_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey(Contract.id), index=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey(Supplier.id))
    kind: Mapped[MeetingKind] = mapped_column(coded(MeetingKind))
    status: Mapped[MeetingStatus] = mapped_column(coded(MeetingStatus))
    starts_at: Mapped[datetime]
    minutes: Mapped[int]
    """How long it lasts."""
    place: Mapped[str] = mapped_column(String(LONGEST_PLACE))
    """A place, or the link of a meeting online."""
    organised_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    uid: Mapped[str] = mapped_column(String(80), unique=True)
    """Names it in people's calendars, for ever."""
    sequence: Mapped[int]
    """Grows with each change that calendars must hear of (RFC 5545)."""
    revision: Mapped[int]
    reminded: Mapped[int]
    """The reminder that is reached, as in `domain.meeting_reminder.MeetingReminder`."""
    remind_at: Mapped[datetime | None]
    """When it is reminded of next; None where no reminder is left."""
    agenda_at: Mapped[datetime | None]
    """When its organiser gets the agenda; None once they have it, and where none is to come."""
    other_time_at: Mapped[datetime | None]
    """When the organiser is reminded next that somebody would like another time; None where nobody waits for that."""
    ask_at: Mapped[datetime | None]
    """When the organiser is asked how it went; None once that is told."""
    agreed: Mapped[str | None] = mapped_column(Text)
    """What was agreed, as the organiser has written it down."""
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    confirmed_at: Mapped[datetime | None]
    """When somebody at the supplier has confirmed what was agreed."""
    confirm_at: Mapped[datetime | None]
    """Until when their confirmation is waited for; None where nobody waits any more."""
    disputed_at: Mapped[datetime | None]
    """When the supplier has said that something in the summary does not hold; None once it is corrected."""
    is_confirmation_reminded: Mapped[bool] = mapped_column(default=False)
    """Whether the supplier has been reminded to confirm; next it is the organiser who hears."""
    has_other_come: Mapped[bool | None]
    """Whether somebody else from the supplier was there, who was not asked; None until the organiser has told."""
    miss_reason: Mapped[MissReason | None] = mapped_column(coded(MissReason))
    """Why it was not held, if anybody wanted to tell."""
    cancelled_reason: Mapped[str | None] = mapped_column(String(LONGEST_REASON))
    created_at: Mapped[datetime]

    @property
    def ends_at(self) -> datetime:
        """When it ends, as planned."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.MEETING, self.id)


class Attendee(Base):
    """Somebody who is asked to a meeting."""

    __tablename__ = "attendee"
    __table_args__ = (Index("ix_attendee_person_meeting", "person_id", "meeting_id"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey(Meeting.id), primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, autoincrement=False)
    answer: Mapped[MeetingAnswer | None] = mapped_column(coded(MeetingAnswer))
    """None until they answer, and again when the meeting is moved."""
    proposal: Mapped[str | None] = mapped_column(String(LONGEST_REASON))
    """Another time that would suit them, in their own words."""
    stand_in: Mapped[str | None] = mapped_column(String(LONGEST_STAND_IN))
    """Who comes instead, in their own words, where they can't."""
    answered_at: Mapped[datetime | None]
    known_starts_at: Mapped[datetime | None]
    """When the meeting was to begin as far as they knew, before the latest news that it is moved; None before that.

    While such news still waits to be sent, that is what they know."""
    has_come: Mapped[bool | None]
    """Whether they were there; None until the organiser has told."""


async def find(session: AsyncSession, meeting_id: int) -> Meeting | None:
    """The meeting with that id, as it is now."""
    return await session.get(Meeting, meeting_id, populate_existing=True)


async def attendees(session: AsyncSession, meeting_id: int) -> Sequence[tuple[Attendee, Person]]:
    """Everyone who is asked, in the order in which they came in."""
    rows = await session.execute(
        select(Attendee, Person)
        .join(Person, Person.id == Attendee.person_id)
        .where(Attendee.meeting_id == meeting_id)
        .order_by(Person.id)
        .execution_options(populate_existing=True),
    )
    return [(attendee, person) for attendee, person in rows]


async def let_happen(
    session: AsyncSession,
    meeting_id: int,
    event: MeetingEvent,
    values: dict[str, Any],
    *conditions: ColumnElement[bool],
) -> bool:
    """Let the event happen to a meeting, if its status allows it and all that is asked is so.

    Where it leads is for the table of its life to say; `values` are what changes besides.
    """
    told = values | {"revision": Meeting.revision + 1}
    which = (Meeting.id == meeting_id, *conditions)
    return bool(await happened(session, Meeting.status, MEETING_LIFE, event, told, *which))
