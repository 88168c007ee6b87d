"""Calendar files (RFC 5545): one meeting, told to the calendars that people have already.

A file that is opened later replaces what the earlier one said: it has the same UID and a higher SEQUENCE.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vCalAddress, vText

from domain.language import Language
from domain.meeting import MeetingStatus
from messages.label import Label, wordings
from messages.meetings.meeting import MeetingFacts

PRODUCT = "-//Steget//Steget//SV"
NOBODYS_ADDRESS = "mailto:svara-i-telegram@steget.invalid"
"""Calendars take a meeting only from an organiser with an address. Under .invalid no mail ever goes anywhere."""


def ics(meeting: MeetingFacts, language: Language) -> bytes:
    """The file: a request, or a cancellation for a meeting that is cancelled."""
    is_cancelled = meeting.status is MeetingStatus.CANCELLED
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if is_cancelled else "REQUEST")
    calendar.add_component(_zone(meeting))
    calendar.add_component(_event(meeting, language, status="CANCELLED" if is_cancelled else "CONFIRMED"))
    return bytes(calendar.to_ical())


def _event(meeting: MeetingFacts, language: Language, *, status: str) -> Event:
    zone = ZoneInfo(meeting.zone)
    kind = wordings(language)[f"meeting_kind.{meeting.kind}"]
    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", meeting.stamped_at.astimezone(UTC))
    event.add("dtstart", meeting.starts_at.astimezone(zone))
    event.add("dtend", meeting.ends_at.astimezone(zone))
    event.add("summary", f"{kind}: {meeting.supplier}")
    event.add("location", meeting.place)
    event.add("description", Label("calendar_file.about", text=meeting.contract).worded(language))
    event.add("organizer", _organiser(meeting))
    event.add("status", status)
    return event


def _organiser(meeting: MeetingFacts) -> vCalAddress:
    address = vCalAddress(NOBODYS_ADDRESS)
    address.params["cn"] = vText(meeting.organiser)
    return address


def _zone(meeting: MeetingFacts) -> Timezone:
    """The zone's changes around the meeting: whole years, so that every calendar knows the right one."""
    first = date(meeting.starts_at.year - 1, 1, 1)
    last = _new_year(meeting.ends_at) + timedelta(days=1)
    return Timezone.from_tzinfo(ZoneInfo(meeting.zone), first_date=first, last_date=last)


def _new_year(at: datetime) -> date:
    return date(at.year + 1, 1, 1)
