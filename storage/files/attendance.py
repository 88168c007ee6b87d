"""Attendance for a file: a row for each person who was asked to a meeting."""

from sqlalchemy import select

from storage.files.part import Part
from storage.meetings.meeting import Attendee, Meeting
from storage.people.person import Person
from storage.people.supplier import Supplier

PARTS = (
    Part(
        select(
            Attendee.meeting_id.label("meeting_number"),
            Meeting.starts_at,
            Supplier.name.label("supplier"),
            Person.name.label("person"),
            Person.role,
            Attendee.answer.label("meeting_answer"),
            Attendee.stand_in,
            Attendee.answered_at,
            Attendee.has_come,
        )
        .join(Meeting, Meeting.id == Attendee.meeting_id)
        .join(Supplier, Supplier.id == Meeting.supplier_id)
        .join(Person, Person.id == Attendee.person_id),
        order=(Attendee.meeting_id, Attendee.person_id),
    ),
)
