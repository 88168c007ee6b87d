"""What the libraries that calendars are built with read out of a file, each through its own interface.

Two readers are no libraries. They do what some calendars were seen to do with a zone that a file defines: one takes its
first offset for the whole year, one overlooks the onsets that are listed in an RDATE.
"""

import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import vobject
from ical.calendar_stream import IcsCalendarStream

READ_BY_ICAL_JS = Path(__file__).with_name("ical_js") / "read.mjs"


@dataclass(frozen=True)
class Reading:
    """A file as a calendar takes it; instants are in UTC."""

    method: str
    uid: str
    sequence: int
    modified_at: datetime
    status: str
    starts_at: datetime
    ends_at: datetime
    summary: str
    location: str


def by_icalendar(content: bytes) -> Reading:
    calendar = icalendar.Calendar.from_ical(content)
    assert isinstance(calendar, icalendar.Calendar)
    event: Any = calendar.events[0]
    return Reading(
        method=str(calendar["METHOD"]),
        uid=str(event["UID"]),
        sequence=int(event["SEQUENCE"]),
        modified_at=event["LAST-MODIFIED"].dt.astimezone(UTC),
        status=str(event["STATUS"]),
        starts_at=event["DTSTART"].dt.astimezone(UTC),
        ends_at=event["DTEND"].dt.astimezone(UTC),
        summary=str(event["SUMMARY"]),
        location=str(event["LOCATION"]),
    )


def by_ical(content: bytes) -> Reading:
    calendar = IcsCalendarStream.calendar_from_ics(content.decode())
    (event,) = calendar.events
    assert isinstance(event.dtstart, datetime)
    assert isinstance(event.dtend, datetime)
    assert isinstance(event.last_modified, datetime)
    return Reading(
        method=str(calendar.method),
        uid=event.uid,
        sequence=event.sequence or 0,
        modified_at=event.last_modified.astimezone(UTC),
        status=event.status.value if event.status else "",
        starts_at=event.dtstart.astimezone(UTC),
        ends_at=event.dtend.astimezone(UTC),
        summary=str(event.summary),
        location=str(event.location),
    )


def by_vobject(content: bytes) -> Reading:
    calendar: Any = vobject.readOne(content.decode())
    event = calendar.vevent
    return Reading(
        method=calendar.method.value,
        uid=event.uid.value,
        sequence=int(event.sequence.value),
        modified_at=event.last_modified.value.astimezone(UTC),
        status=event.status.value,
        starts_at=event.dtstart.value.astimezone(UTC),
        ends_at=event.dtend.value.astimezone(UTC),
        summary=event.summary.value,
        location=event.location.value,
    )


def by_ical_js(content: bytes) -> Reading:
    """Needs Node.js, and what `npm ci` sets up beside the script."""
    done = subprocess.run(["node", READ_BY_ICAL_JS], input=content, capture_output=True, check=True)  # noqa: S607
    read = json.loads(done.stdout)
    instants = {name: datetime.fromisoformat(read[name]) for name in ("modified_at", "starts_at", "ends_at")}
    return Reading(**(read | instants))


def by_the_first_offset(content: bytes) -> Reading:
    return _with_offsets(content, lambda onsets, _at: onsets[0][1])


def by_first_onsets(content: bytes) -> Reading:
    return _with_offsets(content, lambda onsets, at: max(onset for onset in onsets if onset[0] <= at)[1])


Onset = tuple[datetime, timedelta]
"""From when on, on the zone's own clock, which offset holds."""


def _with_offsets(content: bytes, offset_at: Callable[[list[Onset], datetime], timedelta]) -> Reading:
    """Read the instants by the offsets that the file has, if any, and all else by a library."""
    text = content.decode()
    onsets = [_onset(each) for each in re.findall(r"BEGIN:(?:STANDARD|DAYLIGHT)(.*?)END:", text, re.DOTALL)]

    def instant(name: str) -> datetime:
        found = re.search(rf"BEGIN:VEVENT.*?^{name}[^:]*:(\d{{8}}T\d{{6}})(Z?)", text, re.DOTALL | re.MULTILINE)
        assert found is not None
        at = _local(found[1])
        return (at if found[2] else at - offset_at(onsets, at)).replace(tzinfo=UTC)

    read = by_icalendar(content)
    return replace(read, starts_at=instant("DTSTART"), ends_at=instant("DTEND"))


def _onset(definition: str) -> Onset:
    values = dict(re.findall(r"^([A-Z]+):(.*?)\r?$", definition, re.MULTILINE))
    return _local(values["DTSTART"]), timedelta(hours=int(values["TZOFFSETTO"][:3]))


def _local(written: str) -> datetime:
    return datetime.strptime(written, "%Y%m%dT%H%M%S")  # noqa: DTZ007  its zone is what is asked about


READERS = {
    "icalendar": by_icalendar,
    "ical": by_ical,
    "vobject": by_vobject,
    "whoever takes a zone's first offset": by_the_first_offset,
    "whoever overlooks a zone's later onsets": by_first_onsets,
}
"""Those that are at hand everywhere. By ical.js files are read in `make soak`."""
