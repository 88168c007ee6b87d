"""Calendar files, read by another library than the one that writes them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from domain.language import Language
from domain.meeting import LONGEST_PLACE, MeetingStatus
from messages.attachment import attached
from messages.meetings.calendar_file import ics
from messages.meetings.meeting import Invited, MeetingCancelled, MeetingInvited, MeetingMoved
from messages.message import Attachment, Message
from messages.rendering import MOST_IN_CAPTION, plain, rendered

from .a_meeting import AT_TEN, STOCKHOLM, a_meeting
from .reading import READERS

every_language = pytest.mark.parametrize("language", Language)


def read(content: bytes) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(content.decode())


def event_in(content: bytes) -> Event:
    (event,) = read(content).events
    return event


def after(*files: bytes) -> dict[str, Event]:
    """A calendar that has opened the files in that order, as RFC 5546 asks: by UID, and never back in SEQUENCE."""
    kept: dict[str, Event] = {}
    for content in files:
        event = event_in(content)
        known = kept.get(event.uid)
        if known is not None and (event.sequence or 0) < (known.sequence or 0):
            continue
        kept[event.uid] = event
    return {uid: event for uid, event in kept.items() if event.status != "CANCELLED"}


def test_another_library_reads_when_where_and_what() -> None:
    content = ics(a_meeting(), Language.SWEDISH)
    event = event_in(content)
    assert (event.uid, event.sequence, event.status) == ("0f3a@steget", 0, "CONFIRMED")
    assert event.dtstart == AT_TEN
    assert event.dtend == AT_TEN + timedelta(hours=1)
    assert (event.summary, event.location) == ("Startmöte: Exempelmåleriet AB", "Stadshuset, rum 214")
    assert event.description is not None
    when, about = event.description.split("\n")
    assert when == "torsdag 10 december 2026 kl. 10.00 (tid i Stockholm)"
    assert about.startswith("Avtal: KS 2026/17 Målning.")
    assert event.dtstamp == datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
    assert event.organizer is not None
    assert event.organizer.common_name == "Karin Ek"
    assert event.last_modified == event.dtstamp


def test_a_file_is_written_as_calendars_read_it() -> None:
    content = ics(a_meeting(place="Å" * LONGEST_PLACE), Language.SWEDISH)
    lines = content.split(b"\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert event_in(content).location == "Å" * LONGEST_PLACE


@pytest.mark.parametrize(
    "text", ["Rum 1; hus 2, plan 3", "rad ett\nrad två", 'BEGIN:VEVENT\r\n"x":\\n', "END:VCALENDAR", "😀 \u202e"]
)
def test_what_people_write_stays_what_they_wrote(text: str) -> None:
    event = event_in(ics(a_meeting(place=text, supplier=text), Language.SWEDISH))
    assert event.location == text.replace("\r\n", "\n")


@pytest.mark.parametrize(
    "day",
    [(2026, 10, 23), (2026, 10, 25), (2027, 3, 26), (2027, 3, 28), (2027, 7, 1), (2026, 12, 31), (2040, 6, 1)],
)
def test_however_zones_are_read_the_instant_is_the_same(day: tuple[int, int, int]) -> None:
    """By the day's first hours too: the clocks change in the night before."""
    for hour in (1, 4, 10):
        starts_at = datetime(*day, hour, tzinfo=STOCKHOLM)
        content = ics(a_meeting(starts_at), Language.SWEDISH)
        read_as = {name: read(content).starts_at for name, read in READERS.items()}
        assert read_as == dict.fromkeys(READERS, starts_at.astimezone(UTC))
        assert b"TZ" not in content.replace(b"DTSTAMP", b"")


def test_a_file_handed_over_is_published_and_a_cancelled_meeting_is_cancelled() -> None:
    """RFC 5546: a request names those who are asked, and a file in a chat asks nobody for an answer by e-mail."""
    planned = ics(a_meeting(), Language.SWEDISH)
    cancelled = ics(a_meeting(status=MeetingStatus.CANCELLED), Language.SWEDISH)
    assert [read(content).method for content in (planned, cancelled)] == ["PUBLISH", "CANCEL"]
    assert [event_in(content).summary for content in (planned, cancelled)] == [
        "Startmöte: Exempelmåleriet AB",
        "Inställt: Startmöte: Exempelmåleriet AB",
    ]


def test_a_move_replaces_the_first() -> None:
    moved = a_meeting(AT_TEN + timedelta(days=7), sequence=1)
    for files in ((a_meeting(), moved), (moved, a_meeting())):
        calendar = after(*(ics(each, Language.SWEDISH) for each in files))
        assert [event.dtstart for event in calendar.values()] == [AT_TEN + timedelta(days=7)]


def test_a_cancellation_takes_it_away() -> None:
    cancelled = a_meeting(sequence=2, status=MeetingStatus.CANCELLED)
    content = ics(cancelled, Language.SWEDISH)
    assert read(content).method == "CANCEL"
    assert after(ics(a_meeting(), Language.SWEDISH), ics(a_meeting(sequence=1), Language.SWEDISH), content) == {}


@every_language
def test_the_file_is_made_of_the_message_that_it_comes_with(language: Language) -> None:
    message = Message(MeetingInvited(a_meeting()), attachment=Attachment.MEETING_CALENDAR)
    file = attached(message, language, "")
    assert file.name.endswith("-Exempelmåleriet-AB.ics")
    assert event_in(file.content).uid == "0f3a@steget"


@every_language
def test_what_stands_under_the_file_fits_there(language: Language) -> None:
    long = replace(
        a_meeting(),
        place="Å" * LONGEST_PLACE,
        supplier="Ö" * 120,
        organiser="K" * 120,
        contract="x" * 220,
        invited=tuple(Invited("M" * 60, None) for _ in range(20)),
    )
    for parameters in (
        MeetingInvited(long),
        MeetingMoved(long, AT_TEN - timedelta(days=1), "r" * 300),
        MeetingCancelled(long, "r" * 300),
    ):
        text = plain(rendered(Message(parameters), language, most=MOST_IN_CAPTION).text)
        assert len(text) <= MOST_IN_CAPTION
        assert "2026" in text.split("…")[0]


def test_no_resident_and_no_answer_is_in_the_file() -> None:
    content = ics(a_meeting(), Language.SWEDISH).decode()
    assert "Mira" not in content
    assert "ATTENDEE" not in content


@every_language
def test_whose_calendar_keeps_what_is_over_is_told_to_take_it_out(language: Language) -> None:
    said = "ta bort mötet ur din kalender" if language is Language.SWEDISH else "take the meeting out of your calendar"
    words = rendered(Message(MeetingCancelled(a_meeting(), "")), language)
    assert said in plain(words.text).lower()
