"""What is to be talked of at a meeting: whoever's turn it is, in the city's order of duty."""

from datetime import date
from itertools import product

from domain.agenda import (
    Matter,
    Point,
    agenda_at,
    by_whom,
    not_tried,
    of_inquiry,
    of_meeting,
    of_offer,
    of_placement,
    of_promise,
)
from domain.meeting import MeetingStatus
from domain.obligation import ObligationKind, ObligationStatus
from domain.offer_step import OfferStep
from domain.placement import PlacementStatus
from domain.slot import SlotKind, SlotStatus
from domain.turn import inquiry, meeting, obligation, offer, placement
from domain.turn.inquiry import InquiryFacts, Reach
from domain.turn.meeting import Hour, MeetingFacts, Summary, SupplierAnswer
from domain.turn.obligation import ObligationState
from domain.turn.offer import OfferFacts
from domain.turn.placement import PlacementFacts
from domain.turn.turn import Side, Turn
from tests.domain.hours import HOURS, at

BOTH = (True, False)

OFFERS = [
    OfferFacts(status, asked, is_held_on_a_day=on_a_day, is_past=past, is_begun=begun, had_holder=had, has_reason=has)
    for status, asked, on_a_day, past, begun, had, has in product(
        SlotStatus, (None, *OfferStep), BOTH, BOTH, BOTH, BOTH, BOTH
    )
]
PLACEMENTS = [PlacementFacts(status, *so) for status, *so in product(PlacementStatus, BOTH, BOTH, BOTH, BOTH, BOTH)]
TODAY, AHEAD = date(2026, 11, 23), date(2026, 12, 10)
PROMISES = [
    ObligationState(
        kind, status, TODAY, is_for_city, meeting_on=on, is_time_proposed=is_proposed, asked_for=1, offered=offered
    )
    for kind, status, is_for_city, on, is_proposed, offered in product(
        ObligationKind, ObligationStatus, BOTH, (None, AHEAD), BOTH, (0, 1)
    )
]
INQUIRIES = [InquiryFacts(*so) for so in product((Side.SUPPLIER, Side.MATCHER), BOTH, BOTH, Reach, BOTH)]
MEETINGS = [
    MeetingFacts(status, AHEAD, hour, answer, summary)
    for status, hour, answer, summary in product(MeetingStatus, Hour, SupplierAnswer, Summary)
]


def test_what_waits_for_the_city_is_never_a_point_of_the_suppliers_nor_the_other_way_round() -> None:
    found = [
        *((offer.turn_of(each).side, of_offer(each, free)) for each in OFFERS for free in (0, 1)),
        *(
            (placement.turn_of(each).side, of_placement(each, is_first_day_ahead=is_ahead))
            for each in PLACEMENTS
            for is_ahead in BOTH
        ),
        *((meeting.turn_of(each).side, of_meeting(each)) for each in MEETINGS),
        *((obligation.turn_of(each, TODAY).side, of_promise(obligation.awaited(each, TODAY))) for each in PROMISES),
        *((inquiry.turn_of(each).side, of_inquiry(each.asked_of, inquiry.turn_of(each))) for each in INQUIRIES),
    ]
    told = {(side, matter) for side, matter in found if matter is not None}
    assert {side for side, _ in told} == {Side.SUPPLIER, Side.MATCHER, Side.COORDINATOR}
    assert [(side, matter) for side, matter in told if matter.is_suppliers is not (side is Side.SUPPLIER)] == []
    assert {matter for _, matter in told} == set(Matter)


def test_what_is_taken_and_meant_for_somebody_waits_for_nobody_more() -> None:
    taken = OfferFacts(SlotStatus.RESERVED, had_holder=True)
    assert [of_offer(taken, free) for free in (2, 1, 0)] == [Matter.FIND, Matter.FIND, None]
    assert of_offer(OfferFacts(SlotStatus.RESERVED, is_held_on_a_day=True, is_past=True), 0) is Matter.SAY_HELD


def test_what_is_agreed_rests_until_the_first_day() -> None:
    agreed = PlacementFacts(PlacementStatus.AGREED, is_supplier_in_reach=True)
    assert of_placement(agreed, is_first_day_ahead=True) is None
    assert of_placement(agreed, is_first_day_ahead=False) is Matter.SAY_BEGUN


def test_what_nobody_could_be_asked_in_steget_is_asked_at_the_meeting() -> None:
    for status in (PlacementStatus.PROPOSED, PlacementStatus.STARTED):
        out_of_reach = PlacementFacts(status, is_supplier_in_reach=False)
        assert of_placement(out_of_reach, is_first_day_ahead=False) is Matter.ASK_IN_PERSON
    assert of_inquiry(Side.SUPPLIER, Turn(Side.COORDINATOR)) is Matter.ASK_IN_PERSON


def test_what_has_waited_longest_comes_first_and_what_reads_alike_once() -> None:
    points = [
        Point(Matter.MATCH, "places"),
        Point(Matter.TAKE, "visit", date(2026, 11, 20)),
        Point(Matter.DO, "plan", date(2026, 11, 2)),
        Point(Matter.FIND, "intern", date(2026, 11, 20)),
        Point(Matter.ANSWER, "lecture", date(2026, 11, 20)),
        Point(Matter.TAKE, "visit", date(2026, 11, 1)),
    ]
    waiting = by_whom(points)
    assert [(each.matter, each.times) for each in waiting.for_city] == [
        (Matter.TAKE, 2),
        (Matter.ANSWER, 1),
        (Matter.FIND, 1),
        (Matter.MATCH, 1),
    ]
    assert [each.about for each in waiting.for_supplier] == ["plan"]


def test_ways_not_tried_are_all_but_those_that_were_offered() -> None:
    assert list(not_tried({SlotKind.INTERNSHIP, SlotKind.LECTURE})) == [
        SlotKind.APPRENTICESHIP,
        SlotKind.EMPLOYMENT,
        SlotKind.MENTOR,
        SlotKind.STUDY_VISIT,
    ]
    assert list(not_tried(set(SlotKind))) == []


def test_the_agenda_comes_three_working_days_before_and_at_once_for_what_is_booked_later() -> None:
    monday, thursday = at("2026-11-23 08:30"), at("2026-12-10 10:00")
    assert agenda_at(thursday, monday, HOURS) == at("2026-12-07 08:00")
    assert agenda_at(at("2026-12-28 10:00"), monday, HOURS) == at("2026-12-21 08:00")
    assert agenda_at(at("2026-11-24 10:00"), monday, HOURS) == monday
    assert agenda_at(monday, monday, HOURS) is None
