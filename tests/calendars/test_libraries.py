"""What each library reads in a winter meeting, a summer meeting, an update and a cancellation: one table for all."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from domain.language import Language
from domain.meeting import MeetingStatus
from messages.meetings.calendar_file import ics
from messages.meetings.meeting import MeetingFacts

from .a_meeting import AT_TEN, STOCKHOLM, a_meeting
from .reading import READERS, Reading, by_ical_js

RECORD = Path(__file__).parents[2] / "docs" / "decisions" / "0026-calendars-that-hold.md"

FIRST = a_meeting()
SUMMER = a_meeting(datetime(2027, 6, 10, 10, tzinfo=STOCKHOLM))
MOVED = a_meeting(AT_TEN + timedelta(days=7, hours=3.5), sequence=1, stamped_at=FIRST.stamped_at + timedelta(days=1))
CANCELLED = a_meeting(sequence=2, stamped_at=FIRST.stamped_at + timedelta(days=2), status=MeetingStatus.CANCELLED)

Reader = Callable[[bytes], Reading]

every_reader = pytest.mark.parametrize(
    ("name", "read"),
    [
        *READERS.items(),
        pytest.param(
            "ical.js",
            by_ical_js,
            marks=pytest.mark.skipif("STEGET_ICAL_JS" not in os.environ, reason="make soak sets ical.js up"),
        ),
    ],
)


def in_file(meeting: MeetingFacts) -> bytes:
    return ics(meeting, Language.SWEDISH)


@every_reader
def test_a_library_reads_what_was_meant_and_the_record_says_so(name: str, read: Reader) -> None:
    winter, summer, moved, cancelled = (read(in_file(each)) for each in (FIRST, SUMMER, MOVED, CANCELLED))
    cells = [told(winter), told(summer), f"{effect(winter, moved)}: {told(moved)}", effect(moved, cancelled)]
    assert cells == ["10 Dec 10.00 (09:00Z)", "10 Jun 10.00 (08:00Z)", "replaces: 17 Dec 13.30 (12:30Z)", "cancels"]
    assert f"| {' | '.join([name, *cells])} |" in RECORD.read_text("utf-8")


def told(reading: Reading) -> str:
    assert reading.ends_at - reading.starts_at == timedelta(hours=1)
    return f"{reading.starts_at.astimezone(STOCKHOLM):%-d %b %H.%M} ({reading.starts_at:%H:%MZ})"


def effect(known: Reading, later: Reading) -> str:
    """What a calendar makes of a file that it is given after another, by RFC 5546, section 2.1.5."""
    is_newer = (later.sequence, later.modified_at) > (known.sequence, known.modified_at)
    if later.uid != known.uid or not is_newer:
        return "stays beside"
    return "cancels" if (later.method, later.status) == ("CANCEL", "CANCELLED") else "replaces"


@every_reader
def test_an_older_file_never_undoes_a_newer_one(name: str, read: Reader) -> None:
    first, moved, cancelled = (read(in_file(each)) for each in (FIRST, MOVED, CANCELLED))
    assert (name, effect(moved, first), effect(cancelled, moved)) == (name, "stays beside", "stays beside")
