"""What is to be talked of at a dialogue meeting: whoever's turn it is by the rules of `domain/turn`, the city first.

What waits for the city is a point of the city's own, and never one of the supplier's.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Generic, TypeVar, assert_never

from domain.frozen import frozen
from domain.meeting import MeetingStatus
from domain.placement import PlacementStatus
from domain.slot import SlotKind, SlotStatus
from domain.turn import meeting as meeting_turn
from domain.turn import offer as offer_turn
from domain.turn import placement as placement_turn
from domain.turn.meeting import Hour, MeetingFacts, Summary, SupplierAnswer
from domain.turn.obligation import Awaited
from domain.turn.offer import OfferFacts
from domain.turn.placement import PlacementFacts
from domain.turn.turn import Side, Turn
from domain.working_hours import WorkingHours

DAYS_BEFORE = 3
"""Working days between the agenda and its meeting: time to do what waits for the city before anybody asks for it."""

LOOKS_BACK = timedelta(days=365)
"""What is older was talked of before: empty places, and meetings of which something is still to be written."""

About = TypeVar("About")
"""What it is about, as whoever words it needs it."""


class Matter(StrEnum):
    """What whoever's turn it is has to do next; worded in [agenda_staff] and [agenda_supplier] of `labels.toml`."""

    ANSWER = "answer"
    """The supplier has asked something about an offer."""
    EXPLAIN = "explain"
    """The supplier wants to know more before it answers a proposal."""
    TAKE = "take"
    """Nobody of the city has taken the offer."""
    FIND = "find"
    """It is taken, and has places for which nobody is meant."""
    ARRANGE = "arrange"
    """The supplier wants to meet whoever is proposed."""
    SAY_HOW = "say_how"
    """They have met, and nothing is agreed."""
    SAY_BEGUN = "say_begun"
    """The first day has come."""
    SETTLE_START = "settle_start"
    """The two sides don't say the same of a start."""
    SAY_ENDED = "say_ended"
    """The supplier has said that it has ended, or nobody agrees whether it has."""
    SAY_HELD = "say_held"
    """The day of a visit or a lecture is over."""
    SAY_WHY_EMPTY = "say_why_empty"
    """An offer has expired, and nobody has said why."""
    BOOK = "book"
    """The supplier has proposed a time."""
    ANSWER_TIME = "answer_time"
    """Somebody would like another time for a meeting that is booked."""
    TELL_HOW = "tell_how"
    """A meeting's time has passed, and nobody has told how it went."""
    WRITE_SUMMARY = "write_summary"
    CORRECT_SUMMARY = "correct_summary"
    """The supplier says that something in it does not hold."""
    KEEP_PROMISE = "keep_promise"
    """What the city has promised itself."""
    MATCH = "match"
    """The supplier has offered what was asked for, and the city is to find the people."""
    DECIDE = "decide"
    """A coordinator is to say how it goes on."""
    ASK_IN_PERSON = "ask_in_person"
    """Nobody at the supplier could be asked in Steget: a meeting is where they can be."""
    REPLY = "reply"
    """The supplier was asked something about its offer."""
    SAY_STILL = "say_still"
    """Does the offer still hold?"""
    ANSWER_PROPOSAL = "answer_proposal"
    CONFIRM_START = "confirm_start"
    CONFIRM_END = "confirm_end"
    CONFIRM_SUMMARY = "confirm_summary"
    DO = "do"
    """What the supplier has promised, and is waited for."""

    @property
    def is_suppliers(self) -> bool:
        """Whether the supplier is waited for; else it is the city."""
        return self in _SUPPLIERS


_SUPPLIERS = (
    Matter.REPLY,
    Matter.SAY_STILL,
    Matter.ANSWER_PROPOSAL,
    Matter.CONFIRM_START,
    Matter.CONFIRM_END,
    Matter.CONFIRM_SUMMARY,
    Matter.DO,
)


@frozen
class Point(Generic[About]):
    """One thing that waits.

    Attributes:
        since: The day from which it has waited, or by which it was to be done; None where that is not known.
        times: How many such things there are that nothing tells apart.
    """

    matter: Matter
    about: About
    since: date | None = None
    times: int = 1


@frozen
class Waiting(Generic[About]):
    """All that waits, by who is waited for."""

    for_city: tuple[Point[About], ...]
    for_supplier: tuple[Point[About], ...]


def by_whom(points: Iterable[Point[About]]) -> Waiting[About]:
    """What waits for the city apart from what waits for the supplier, each with what has waited longest first."""
    in_order = _without_doubles(sorted(points, key=_order))
    return Waiting(
        for_city=tuple(each for each in in_order if not each.matter.is_suppliers),
        for_supplier=tuple(each for each in in_order if each.matter.is_suppliers),
    )


def _order(point: Point[About]) -> tuple[date, int]:
    return point.since or date.max, list(Matter).index(point.matter)


def _without_doubles(points: Sequence[Point[About]]) -> Sequence[Point[About]]:
    """Each of what would read alike once, with how many there are, where the first of them stands."""
    found: list[Point[About]] = []
    for point in points:
        same = next((each for each in found if (each.matter, each.about) == (point.matter, point.about)), None)
        if same is None:
            found.append(point)
        else:
            found[found.index(same)] = replace(same, times=same.times + point.times)
    return found


def of_inquiry(asked: Side, turn: Turn) -> Matter | None:
    """What waits where a question about an offer was asked of that side."""
    if turn.side is Side.NOBODY:
        return None
    if asked is Side.SUPPLIER:
        return Matter.ASK_IN_PERSON if turn.is_citys else Matter.REPLY
    return Matter.ANSWER


def of_offer(offer: OfferFacts, free: int) -> Matter | None:
    """What waits with an offer that has so many places for which nobody is meant yet, and in which nobody has begun."""
    turn = offer_turn.turn_of(offer)
    if turn.side is Side.SUPPLIER:
        return Matter.SAY_STILL
    if not turn.is_citys:
        return None
    if offer.status is SlotStatus.OPEN:
        return Matter.TAKE
    if offer.status is SlotStatus.EXPIRED:
        return Matter.SAY_WHY_EMPTY
    if offer.is_held_on_a_day and offer.is_past:
        return Matter.SAY_HELD
    return Matter.FIND if free > 0 else None


def of_placement(placement: PlacementFacts, *, is_first_day_ahead: bool) -> Matter | None:
    """What waits with a placement: what is agreed rests until its first day."""
    side = placement_turn.turn_of(placement).side
    if side is Side.NOBODY:
        return None
    if side is Side.SUPPLIER:
        return _suppliers_word(placement)
    return _citys_word(placement, is_first_day_ahead=is_first_day_ahead)


def _suppliers_word(placement: PlacementFacts) -> Matter:
    match placement.status:
        case PlacementStatus.PROPOSED:
            return Matter.ANSWER_PROPOSAL
        case PlacementStatus.STARTED:
            return Matter.CONFIRM_START
        case _:
            return Matter.CONFIRM_END


def _citys_word(placement: PlacementFacts, *, is_first_day_ahead: bool) -> Matter | None:
    if placement.status is PlacementStatus.PROPOSED and placement.awaits_answer:
        return Matter.EXPLAIN
    if placement.status is PlacementStatus.AGREED and is_first_day_ahead:
        return None
    is_end = placement.status in {PlacementStatus.ENDING, PlacementStatus.CONFIRMED}
    if is_end and (placement.is_end_with_coordinators or placement.is_end_suppliers_word):
        return Matter.SAY_ENDED
    return _CITYS_WORD.get(placement.status, Matter.ASK_IN_PERSON)


_CITYS_WORD = {
    PlacementStatus.INTERESTED: Matter.ARRANGE,
    PlacementStatus.INTRODUCED: Matter.SAY_HOW,
    PlacementStatus.AGREED: Matter.SAY_BEGUN,
    PlacementStatus.DENIED: Matter.SETTLE_START,
}
"""Anything else is the city's because nobody at the supplier can be reached."""


def of_promise(awaited: Awaited) -> Matter | None:
    """What waits with something that is promised. How a meeting went is the meeting's own point."""
    return _OF_PROMISE[awaited]


_OF_PROMISE: dict[Awaited, Matter | None] = {
    Awaited.NOTHING: None,
    Awaited.OUTSIDE: None,
    Awaited.CITY: Matter.KEEP_PROMISE,
    Awaited.MEETING: None,
    Awaited.BOOKING: Matter.BOOK,
    Awaited.OUTCOME: None,
    Awaited.WORK: None,
    Awaited.MATCH: Matter.MATCH,
    Awaited.DECISION: Matter.DECIDE,
    Awaited.LATER: None,
    Awaited.DAY: None,
    Awaited.SUPPLIER: Matter.DO,
}


def of_meeting(meeting: MeetingFacts) -> Matter | None:
    """What waits with a meeting, another or this one. An invitation is answered under its reminders."""
    if meeting_turn.turn_of(meeting).side is Side.NOBODY:
        return None
    match meeting.status:
        case MeetingStatus.PLANNED if meeting.hour is Hour.AFTER:
            return Matter.TELL_HOW
        case MeetingStatus.PLANNED:
            return Matter.ANSWER_TIME if meeting.answer is SupplierAnswer.OTHER_TIME else None
        case MeetingStatus.HELD:
            return _of_summary(meeting.summary)
        case _:
            return None


def _of_summary(summary: Summary) -> Matter | None:
    match summary:
        case Summary.NOT_WRITTEN:
            return Matter.WRITE_SUMMARY
        case Summary.NOBODY_TO_READ:
            return Matter.ASK_IN_PERSON
        case Summary.DISPUTED:
            return Matter.CORRECT_SUMMARY
        case Summary.SENT:
            return Matter.CONFIRM_SUMMARY
        case Summary.CONFIRMED:
            return None
    assert_never(summary)


def not_tried(given: Collection[SlotKind]) -> Sequence[SlotKind]:
    """The ways to contribute that a supplier has not offered yet. What the city let expire was offered."""
    return [kind for kind in SlotKind if kind not in given]


def agenda_at(starts_at: datetime, now: datetime, hours: WorkingHours) -> datetime | None:
    """When a meeting's agenda is due: at an opening some working days before it, or now for one that is booked later.

    None once the meeting has begun.
    """
    if starts_at <= now:
        return None
    day = hours.local(starts_at).date()
    return max(hours.opening_on(hours.working_days_from(day, -DAYS_BEFORE)), now)
