"""Moving and calling off: all that follows is planned anew, and nothing stale ever goes out."""

from datetime import timedelta

import pytest
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from sqlalchemy import select

from domain.meeting import MeetingAnswer, MeetingStatus
from domain.role import Role
from storage.obligations.obligation import Obligation
from storage.outbox import OutboxRow, OutboxState
from tests.chat import Chat
from tests.city import City
from tests.conversations.meetings import calls_off, walks_move
from tests.meetings import answers_of, at, contract_of, meetings_of, reminders


async def booked(city: City, *, on: str = "2026-12-10") -> None:
    await city.coordinator.schedules_meeting(await contract_of(city, city.maleri), on=on)


async def moves(chat: Chat, *, to: str, at: str = "10", reason: str = "1") -> str:
    await chat.presses("Flytta")
    await chat.answers(to, at, reason, "1")
    return chat.last_text


def events(city: City, chat: Chat) -> list[tuple[str, Event]]:
    """The meetings in the files that came, each with what its file asks for."""
    found = []
    for message in chat.received:
        file = city.telegram.shelf.find(message.file_id)
        if file is not None:
            calendar = IcsCalendarStream.calendar_from_ics(file.content.decode())
            found.append((str(calendar.method), calendar.events[0]))
    return found


async def test_a_moved_meeting_is_told_with_a_new_file_and_asks_anew(city: City) -> None:
    await booked(city)
    await city.maleri.presses("Kommer")
    text = await walks_move(city.coordinator, to="2026-12-14", at="13.30", reason="Rummet är upptaget")
    assert text.startswith("Mötet är ändrat.")
    assert "Mira Holm – har inte svarat" in text
    told = city.maleri.last_text
    assert told.startswith("Ny tid: Startmöte med Exempelmåleriet AB")
    assert "När: måndag 14 december 2026 kl. 13.30" in told
    assert "Tidigare tid: torsdag 10 december 2026 kl. 10.00" in told
    assert "Skäl: Rummet är upptaget" in told
    assert city.maleri.buttons == ["1. Kommer", "2. Kan inte", "3. Föreslå annan tid"]
    assert (await answers_of(city))[1] is None
    for chat in (city.maleri, city.coordinator):
        (_, first), (method, second) = events(city, chat)
        assert (second.uid, method) == (first.uid, "PUBLISH")
        assert (first.sequence, second.sequence) == (0, 1)


async def test_a_moved_meeting_cancels_the_old_reminder(city: City) -> None:
    await booked(city, on="2026-12-10")
    await moves(city.coordinator, to="2026-12-17")
    for day in range(1, 26):
        await city.until(at("2026-11-23T07:00") + timedelta(days=day))
    assert [text.split("När: ")[1].split(" (")[0] for text in reminders(city.maleri)] == [
        "torsdag 17 december 2026 kl. 10.00"
    ] * 3


async def test_a_reminder_that_waits_when_the_meeting_is_moved_never_goes(city: City) -> None:
    await booked(city, on="2026-12-10")
    async with city.database.write() as session:
        session.add(waiting_row(city, 1, city.maleri))
    await moves(city.coordinator, to="2026-12-17")
    row = await city.asks(
        lambda session: session.scalar(select(OutboxRow).where(OutboxRow.dedup_key.startswith("meeting-reminder")))
    )
    assert row is not None
    assert row.state is OutboxState.CANCELLED


def waiting_row(city: City, meeting_id: int, chat: Chat) -> OutboxRow:
    """A reminder that could not be sent yet."""
    return OutboxRow(
        dedup_key=f"meeting-reminder:{meeting_id}:0:1:1:1",
        chat_id=chat.phone.user_id,
        person_id=1,
        method="sendMessage",
        content={"template": "everyone_meeting_reminded", "parameters": {}, "buttons": []},
        lane=2,
        ring="in_working_hours",
        about=f"meeting:{meeting_id}",
        queued_at=city.clock.now(),
        due_at=city.clock.now() + timedelta(hours=1),
        state=OutboxState.QUEUED,
        attempts=0,
        possible_copies=0,
    )


async def test_two_moves_in_the_evening_are_one_piece_of_news_in_the_morning(city: City) -> None:
    await booked(city)
    await city.until(at("2026-11-23T19:00"))
    await moves(city.coordinator, to="2026-12-14")
    await moves(city.coordinator, to="2026-12-15")
    said = len(city.maleri.received)
    await city.until(at("2026-11-24T06:59"))
    assert len(city.maleri.received) == said
    await city.until(at("2026-11-24T07:00"))
    assert len(city.maleri.received) == said + 1
    assert "När: tisdag 15 december 2026" in city.maleri.last_text
    assert "Tidigare tid: torsdag 10 december 2026 kl. 10.00" in city.maleri.last_text
    assert events(city, city.maleri)[-1][1].sequence == 2


async def test_a_meeting_within_a_day_is_told_at_once_and_silently(city: City) -> None:
    await booked(city, on="2026-11-24")
    await city.until(at("2026-11-23T19:00"))
    await moves(city.coordinator, to="2026-12-14")
    assert "När: måndag 14 december 2026" in city.maleri.last_text
    assert city.maleri.last.silent


async def test_a_meeting_that_comes_nearer_is_told_at_once_too(city: City) -> None:
    await booked(city)
    await city.until(at("2026-11-23T19:00"))
    await moves(city.coordinator, to="2026-11-24")
    assert "När: tisdag 24 november 2026" in city.maleri.last_text


async def test_a_move_and_then_a_cancellation_tell_only_the_cancellation(city: City) -> None:
    await booked(city)
    await city.until(at("2026-11-23T19:00"))
    await moves(city.coordinator, to="2026-12-14")
    await calls_off(city.coordinator, reason="Vi tar det i januari")
    said = len(city.maleri.received)
    await city.until(at("2026-11-24T07:00"))
    assert len(city.maleri.received) == said + 1
    assert city.maleri.last_text.startswith("Inställt: Startmöte")
    assert "Skäl: Vi tar det i januari" in city.maleri.last_text


async def test_a_cancelled_meeting_is_taken_out_of_calendars_and_reminds_nobody(city: City) -> None:
    await booked(city)
    text = await calls_off(city.coordinator)
    assert text.startswith("Mötet är inställt.")
    for chat in (city.maleri, city.coordinator):
        (_, first), (method, last) = events(city, chat)
        assert (method, last.status, last.uid, last.sequence) == ("CANCEL", "CANCELLED", first.uid, 1)
    (meeting,) = await meetings_of(city)
    assert (meeting.status, meeting.remind_at, meeting.ask_at) == (MeetingStatus.CANCELLED, None, None)
    await city.until(at("2026-12-03T08:00"))
    await city.until(at("2026-12-10T08:00"))
    assert reminders(city.maleri) == []


async def test_what_a_cancelled_meeting_was_to_fulfil_goes_up_the_ladder_again(city: City) -> None:
    await booked(city)
    await calls_off(city.coordinator)
    due = await city.asks(lambda session: session.scalar(select(Obligation)))
    assert due is not None
    assert due.next_at is not None


async def test_an_old_button_shows_the_meeting_as_it_is_now(city: City) -> None:
    await booked(city)
    invitation = city.maleri.last
    await moves(city.coordinator, to="2026-12-14")
    for code in ("my", "mo"):
        await city.maleri.presses_forged(f"{code}:1:0", message_id=invitation.message_id)
        shown = next(message for message in city.maleri.received if message.message_id == invitation.message_id)
        assert shown.words.startswith("Mötet har ändrats sedan dess.")
        assert "måndag 14 december 2026" in shown.words
    assert (await answers_of(city))[1] is None


async def test_an_answer_that_was_being_written_when_it_was_moved_is_not_taken(city: City) -> None:
    await booked(city)
    await city.maleri.presses("Föreslå annan tid")
    await moves(city.coordinator, to="2026-12-14")
    text = await city.maleri.says("på fredag")
    assert text.startswith("Mötet har ändrats sedan dess.")
    assert (await answers_of(city))[1] is None


async def test_of_two_who_move_it_only_one_does(city: City) -> None:
    await booked(city)
    await city.coordinator.presses("Flytta")
    await city.coordinator.answers("2026-12-14", "10", "1")
    other = await city.person("Omar Vik", Role.COORDINATOR)
    await other.says("/moten")
    await other.says("1")
    await moves(other, to="2026-12-16")
    assert city.coordinator.received[-2].words.startswith("Ny tid: Startmöte")
    text = await city.coordinator.says("1")
    assert text.startswith("Mötet har ändrats sedan dess.")
    (meeting,) = await meetings_of(city)
    assert (meeting.starts_at, meeting.sequence) == (at("2026-12-16T09:00"), 1)
    assert (await answers_of(city))[5] is MeetingAnswer.COMING


async def test_nothing_is_told_where_nothing_is_changed(city: City) -> None:
    await booked(city)
    said = len(city.maleri.received)
    await moves(city.coordinator, to="2026-12-10")
    assert len(city.maleri.received) == said


async def test_a_meeting_that_should_have_begun_can_be_moved_but_not_called_off(city: City) -> None:
    await booked(city, on="2026-11-24")
    await city.until(at("2026-11-24T09:30"))
    await city.coordinator.says("/moten")
    await city.coordinator.says("1")
    assert [label[3:] for label in city.coordinator.buttons] == [
        "Mötet hölls",
        "Mötet blev inte av",
        "Dagordning",
        "Flytta",
        "Alla möten med leverantören",
        "Kommande möten",
    ]
    await city.coordinator.presses_forged("mc:1:0")
    assert "Mötet pågår" in city.coordinator.last_text
    await city.until(at("2026-11-24T10:00"))
    await city.coordinator.says("/moten")
    await city.coordinator.says("1")
    assert "Mötestiden har passerat" in city.coordinator.last_text
    assert "fredag 27 november 2026" in await moves(city.coordinator, to="2026-11-27")


@pytest.mark.parametrize("who", ["maleri", "matcher_a"])
async def test_only_those_who_lead_move_and_call_off(city: City, who: str) -> None:
    await booked(city)
    chat = getattr(city, who)
    await chat.says("/moten")
    for code in ("mm", "mc"):
        await chat.presses_forged(f"{code}:1:0")
        assert "Vilken dag" not in chat.last_text
        assert "Varför" not in chat.last_text
