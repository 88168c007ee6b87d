from itertools import product

import pytest

from domain.meeting import FULFILS, MeetingKind, MeetingStatus
from domain.meeting_life import MEETING_LIFE, MeetingEvent

PLANNED, HELD, NOT_HELD, CANCELLED = MeetingStatus
MOVE, CANCEL, HOLD, MISS, AGREE = MeetingEvent

LISTED = {
    (PLANNED, MOVE): PLANNED,
    (PLANNED, CANCEL): CANCELLED,
    (PLANNED, HOLD): HELD,
    (NOT_HELD, HOLD): HELD,
    (PLANNED, MISS): NOT_HELD,
    (HELD, MISS): NOT_HELD,
    (HELD, AGREE): HELD,
}


@pytest.mark.parametrize(("status", "event"), list(product(MeetingStatus, MeetingEvent)))
def test_what_can_happen_to_a_meeting_is_listed_and_all_else_refused(
    status: MeetingStatus, event: MeetingEvent
) -> None:
    assert MEETING_LIFE.status_after(status, event) is LISTED.get((status, event))
    assert (status in MEETING_LIFE.statuses_before(event)) is ((status, event) in LISTED)


def test_a_cancelled_meeting_stays_cancelled() -> None:
    assert [event for event in MeetingEvent if MEETING_LIFE.status_after(CANCELLED, event)] == []


def test_every_kind_but_other_fulfils_what_it_is_named_after() -> None:
    assert {kind.value: FULFILS[kind].value for kind in FULFILS} == {
        kind.value: kind.value for kind in MeetingKind if kind is not MeetingKind.OTHER
    }
