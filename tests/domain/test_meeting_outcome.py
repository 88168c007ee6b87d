from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from domain.meeting import MeetingStatus
from domain.meeting_life import MEETING_LIFE, MeetingEvent
from domain.meeting_outcome import confirmation_waits_until, next_asking
from domain.working_hours import WorkingHours

HOURS = WorkingHours(time(8), time(17), ZoneInfo("Europe/Stockholm"), {date(2026, 12, 24), date(2026, 12, 25)})


@pytest.mark.parametrize(
    ("asked_at", "is_first", "again_at"),
    [
        (datetime(2026, 11, 23, 10, tzinfo=UTC), True, datetime(2026, 11, 24, 7, tzinfo=UTC)),
        (datetime(2026, 11, 27, 10, tzinfo=UTC), True, datetime(2026, 11, 30, 7, tzinfo=UTC)),
        (datetime(2026, 11, 24, 7, tzinfo=UTC), False, datetime(2026, 12, 1, 7, tzinfo=UTC)),
        (datetime(2026, 12, 17, 7, tzinfo=UTC), False, datetime(2026, 12, 28, 7, tzinfo=UTC)),
        (datetime(2026, 10, 23, 10, tzinfo=UTC), True, datetime(2026, 10, 26, 7, tzinfo=UTC)),
    ],
)
def test_it_is_asked_again_the_next_working_day_and_then_each_week(
    asked_at: datetime, is_first: bool, again_at: datetime
) -> None:
    assert next_asking(asked_at, HOURS, is_first=is_first) == again_at


def test_a_confirmation_has_five_working_days() -> None:
    assert confirmation_waits_until(datetime(2026, 12, 21, 10, tzinfo=UTC), HOURS) == datetime(
        2026, 12, 30, 7, tzinfo=UTC
    )


def test_what_is_told_of_a_meeting_can_be_told_otherwise_but_never_of_one_that_was_cancelled() -> None:
    assert MEETING_LIFE.status_after(MeetingStatus.NOT_HELD, MeetingEvent.HOLD) is MeetingStatus.HELD
    assert MEETING_LIFE.status_after(MeetingStatus.HELD, MeetingEvent.MISS) is MeetingStatus.NOT_HELD
    assert {MEETING_LIFE.status_after(MeetingStatus.CANCELLED, event) for event in MeetingEvent} == {None}
