"""Meetings for a file: a row each, with how many were asked and came."""

from sqlalchemy import ColumnElement, Float, and_, case, cast, exists, func, or_, select
from sqlalchemy.orm import aliased

from domain.meeting import MeetingStatus
from storage.contracts.contract import Contract
from storage.files.part import Part
from storage.meetings.meeting import Attendee, Meeting
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.procurements.procurement import Procurement

MINUTES_IN_AN_HOUR = 60

_organiser, _confirmer = aliased(Person), aliased(Person)


def _how_many(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    asked = select(func.count()).where(Attendee.meeting_id == Meeting.id, *conditions)
    return asked.correlate(Meeting).scalar_subquery()


_SOMEBODY_OF_SUPPLIER_CAME = (
    exists()
    .where(
        Attendee.meeting_id == Meeting.id,
        Attendee.has_come.is_(True),
        Person.id == Attendee.person_id,
        Person.supplier_id == Meeting.supplier_id,
    )
    .correlate(Meeting)
)
_HAS_SUPPLIER_COME = case(
    (Meeting.status != MeetingStatus.HELD, None),
    (and_(Meeting.has_other_come.is_(None), _how_many(Attendee.has_come.is_not(None)) == 0), None),
    else_=or_(Meeting.has_other_come.is_(True), _SOMEBODY_OF_SUPPLIER_CAME),
)
"""Of a meeting that was held, once it is told who came; somebody who was not asked counts too."""

PARTS = (
    Part(
        select(
            Meeting.id.label("meeting_number"),
            Procurement.registry_number,
            Supplier.name.label("supplier"),
            Meeting.kind.label("meeting_kind"),
            Meeting.status.label("meeting_status"),
            Meeting.starts_at,
            (cast(Meeting.minutes, Float) / MINUTES_IN_AN_HOUR).label("hours"),
            Meeting.place,
            _organiser.name.label("organiser"),
            _how_many().label("asked"),
            _how_many(Attendee.has_come.is_(True)).label("came"),
            _HAS_SUPPLIER_COME.label("has_supplier_come"),
            Meeting.miss_reason,
            Meeting.cancelled_reason,
            Meeting.agreed,
            Meeting.confirmed_at,
            _confirmer.name.label("confirmed_by"),
        )
        .join(Contract, Contract.id == Meeting.contract_id)
        .join(Procurement, Procurement.id == Contract.procurement_id)
        .join(Supplier, Supplier.id == Meeting.supplier_id)
        .join(_organiser, _organiser.id == Meeting.organised_by)
        .outerjoin(_confirmer, _confirmer.id == Meeting.confirmed_by),
        order=(Meeting.id,),
    ),
)
