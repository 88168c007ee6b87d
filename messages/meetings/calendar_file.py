"""Calendar files (RFC 5545 and 5546): one meeting, told to the calendars that people have already.

A file that is opened later is meant to replace what the earlier one said: it has the same UID, a higher SEQUENCE and a
later LAST-MODIFIED. What a calendar makes of that is its own matter, above all of a cancellation, so the words beside
the file say it too.

Times are in UTC: every calendar shows them on its owner's own clock, and there is no zone that could be read wrongly.
"""

from datetime import UTC

from icalendar import Calendar, Event, vCalAddress, vText

from domain.language import Language
from domain.meeting import MeetingStatus
from messages import formats
from messages.label import Label, wordings
from messages.meetings.meeting import MeetingFacts

PRODUCT = "-//Steget//Steget//SV"
NOBODYS_ADDRESS = "mailto:svara-i-telegram@steget.invalid"
"""Calendars take a meeting only from an organiser with an address. Under .invalid no mail ever goes anywhere."""


def ics(meeting: MeetingFacts, language: Language) -> bytes:
    """The file: the meeting as it stands, or its cancellation.

    It is published, since it names nobody who is asked: a REQUEST must, and would have calendars answer by e-mail.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if _is_cancelled(meeting) else "PUBLISH")
    calendar.add_component(_event(meeting, language))
    return bytes(calendar.to_ical())


def _is_cancelled(meeting: MeetingFacts) -> bool:
    return meeting.status is MeetingStatus.CANCELLED


def _event(meeting: MeetingFacts, language: Language) -> Event:
    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", meeting.stamped_at.astimezone(UTC))
    event.add("last-modified", meeting.stamped_at.astimezone(UTC))
    event.add("dtstart", meeting.starts_at.astimezone(UTC))
    event.add("dtend", meeting.ends_at.astimezone(UTC))
    event.add("summary", _title(meeting, language))
    event.add("location", meeting.place)
    event.add("description", _description(meeting, language))
    event.add("organizer", _organiser(meeting))
    event.add("status", "CANCELLED" if _is_cancelled(meeting) else "CONFIRMED")
    return event


def _title(meeting: MeetingFacts, language: Language) -> str:
    """A calendar that keeps a cancelled meeting still shows by its title that it is one."""
    title = f"{wordings(language)[f'meeting_kind.{meeting.kind}']}: {meeting.supplier}"
    return Label("calendar_file.cancelled", text=title).worded(language) if _is_cancelled(meeting) else title


def _description(meeting: MeetingFacts, language: Language) -> str:
    """What it is about; and when, in words, for whoever's calendar is set to another part of the world."""
    at = formats.weekday_and_time(meeting.starts_at, language)
    clock = Label("calendar_file.clock", text=meeting.zone.rpartition("/")[2].replace("_", " ")).worded(language)
    return f"{at} ({clock})\n{Label('calendar_file.about', text=meeting.contract).worded(language)}"


def _organiser(meeting: MeetingFacts) -> vCalAddress:
    address = vCalAddress(NOBODYS_ADDRESS)
    address.params["cn"] = vText(meeting.organiser)
    return address
