"""What a supplier can have said about something now, and so what staff may write down."""

from collections.abc import Sequence

from domain.action import Action
from domain.hearsay import Said
from domain.meeting import MeetingStatus
from domain.obligation import TO_BE_DONE, SupplierWay, rules_of
from domain.placement import PlacementStatus
from domain.role import Role
from domain.slot_life import SLOT_LIFE, SlotEvent
from storage.meetings.meeting import Meeting
from storage.obligations.obligation import Obligation
from storage.placements.placement import Placement
from storage.slots.slot import Slot

ACTIONS = {
    Said.OFFER: Action.HEAR_OFFER,
    Said.NOTHING: Action.HEAR_SUPPLIER,
    Said.DONE: Action.HEAR_SUPPLIER,
    Said.TIME: Action.HEAR_SUPPLIER,
    Said.BEGUN: Action.HEAR_START,
    Said.NOT_BEGUN: Action.HEAR_START,
    Said.COMING: Action.HEAR_SUPPLIER,
    Said.NOT_COMING: Action.HEAR_SUPPLIER,
    Said.HOLDS: Action.HEAR_SUPPLIER,
    Said.WITHDRAWN: Action.HEAR_WITHDRAWAL,
    Said.WANTS_TO_MEET: Action.HEAR_PROPOSAL,
    Said.DOES_NOT_SUIT: Action.HEAR_PROPOSAL,
    Said.ENDED: Action.HEAR_START,
    Said.GOES_ON: Action.HEAR_START,
    Said.NOT_ENDED: Action.HEAR_START,
}
"""What it takes to be allowed to write it down."""

_BY_WAY = {
    SupplierWay.PROPOSE_TIME: Said.TIME,
    SupplierWay.SAY_DONE: Said.DONE,
    SupplierWay.SAY_NOTHING_TO_OFFER: Said.NOTHING,
}


STAFF_FIRST = (Role.COORDINATOR, Role.ADMINISTRATOR, Role.MATCHER)
"""In the order in which they are named to somebody who can't write it down."""


def may_be_offered(obligation: Obligation) -> bool:
    """Whether an offer is an answer to it."""
    is_way = SupplierWay.OFFER_SLOT in rules_of(obligation.kind).supplier_ways
    return is_way and obligation.status in TO_BE_DONE


def about_obligation(obligation: Obligation) -> Sequence[Said]:
    """The answers to what is promised; an offer is said under the contract."""
    if obligation.status not in TO_BE_DONE:
        return ()
    return [_BY_WAY[way] for way in rules_of(obligation.kind).supplier_ways if way in _BY_WAY]


def about_start(placement: Placement) -> Sequence[Said]:
    """Whether they would like to meet, whether somebody has begun, and whether it has ended, as long as it is open."""
    if placement.status is PlacementStatus.ENDING and placement.is_end_suppliers_word:
        return ()
    return _OF_PLACEMENT.get(placement.status, ())


_OF_PLACEMENT = {
    PlacementStatus.PROPOSED: (Said.WANTS_TO_MEET, Said.DOES_NOT_SUIT),
    PlacementStatus.STARTED: (Said.BEGUN, Said.NOT_BEGUN),
    PlacementStatus.CONFIRMED: (Said.ENDED, Said.GOES_ON),
    PlacementStatus.ENDING: (Said.ENDED, Said.NOT_ENDED),
}


def about_slot(slot: Slot) -> Sequence[Said]:
    """That an offer is taken back."""
    return (Said.WITHDRAWN,) if SLOT_LIFE.allows(slot.status, SlotEvent.WITHDRAW) else ()


def about_meeting(meeting: Meeting, *, has_begun: bool) -> Sequence[Said]:
    """Who comes to a meeting; once it was held, that what was written down is right."""
    if meeting.status is MeetingStatus.PLANNED and not has_begun:
        return (Said.COMING, Said.NOT_COMING)
    is_open = meeting.status is MeetingStatus.HELD and meeting.confirmed_at is None
    return (Said.HOLDS,) if is_open else ()
