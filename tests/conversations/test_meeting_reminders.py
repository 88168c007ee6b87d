"""Reminders of meetings, the clock moved by hand; and the list of meetings."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from domain.meeting import MeetingAnswer, MeetingKind, MeetingStatus
from domain.meeting_reminder import next_moment, reached_at
from domain.role import Role
from storage.contracts.contract import Contract
from storage.ledger import LedgerRow
from storage.meetings.meeting import Attendee
from storage.outbox import OutboxRow
from tests.city import City
from tests.conversations.people import is_away
from tests.meetings import add_meeting, at, contract_of, reminders

MIRA, KARIN = 1, 5


async def a_meeting(city: City, starts_at: str, *, answer: MeetingAnswer | None = None, **more: object) -> int:
    """A meeting that was booked now, without the chat."""
    contract_id = await contract_of(city, city.maleri, number=f"KS {starts_at}")
    begins, hours = at(starts_at), city.program.city.hours
    reached = reached_at(begins, city.clock.now(), hours)
    coming = next_moment(begins, reached, hours)
    values: dict[str, Any] = {
        "remind_at": coming.at if coming else None,
        "uid": f"{starts_at}@steget",
        "reminded": reached.value,
        "ask_at": begins + timedelta(hours=1),
        "created_at": city.clock.now(),
    }
    async with city.database.write() as session:
        contract = await session.get_one(Contract, contract_id)
        meeting = await add_meeting(session, contract, MeetingKind.FOLLOW_UP, begins, **(values | more))
        session.add(Attendee(meeting_id=meeting.id, person_id=MIRA, answer=answer))
        session.add(Attendee(meeting_id=meeting.id, person_id=KARIN, answer=MeetingAnswer.COMING))
    return meeting.id


async def test_reminders_come_at_the_opening_five_days_before_the_day_before_and_the_same_morning(city: City) -> None:
    await a_meeting(city, "2026-12-10T09:00")
    came = []
    for day in range(1, 18):
        for moment in (at("2026-11-23T06:59"), at("2026-11-23T07:00")):
            said = len(reminders(city.maleri))
            await city.until(moment + timedelta(days=day))
            came += [city.clock.now()] * (len(reminders(city.maleri)) - said)
    assert came == [at("2026-12-03T07:00"), at("2026-12-09T07:00"), at("2026-12-10T07:00")]
    first, _, last = reminders(city.maleri)
    assert first.startswith("Påminnelse: Avstämning med Exempelmåleriet AB")
    assert "När: torsdag 10 december 2026 kl. 10.00 (60 minuter)\nVar: Stadshuset" in first
    assert last.startswith("I dag kl. 10.00: Avstämning")
    assert len(reminders(city.coordinator)) == 3


async def test_the_ledger_has_each_reminder_with_who_got_it(city: City) -> None:
    await a_meeting(city, "2026-11-24T09:00")
    await city.until(at("2026-11-24T07:00"))
    rows = await city.asks(
        lambda session: session.scalars(select(LedgerRow).where(LedgerRow.event == "meeting_reminded"))
    )
    told = [(row.recipient_id, row.about, row.outbox_id is not None) for row in rows]
    assert told == [(MIRA, "meeting:1", True), (KARIN, "meeting:1", True)]


async def test_a_reminder_that_could_not_be_sent_in_time_is_let_go(city: City) -> None:
    await a_meeting(city, "2026-11-24T09:00")
    await city.until(at("2026-11-24T07:00"))
    said = select(OutboxRow).where(OutboxRow.dedup_key.startswith("meeting-reminder:1:0:"))
    rows = await city.asks(lambda session: session.scalars(said))
    assert {row.expires_at for row in rows} == {at("2026-11-24T09:00")}


async def test_who_has_not_answered_can_answer_the_reminder(city: City) -> None:
    await a_meeting(city, "2026-11-24T09:00")
    await city.until(at("2026-11-24T07:00"))
    assert "Du har inte svarat än. Kommer du?" in city.maleri.last_text
    await city.maleri.presses("Kommer")
    assert city.coordinator.last_text.startswith("Mira Holm kommer")


async def test_who_has_said_that_they_cannot_come_is_left_in_peace(city: City) -> None:
    await a_meeting(city, "2026-11-24T09:00", answer=MeetingAnswer.NOT_COMING)
    await city.until(at("2026-11-24T07:00"))
    assert reminders(city.maleri) == []
    assert len(reminders(city.coordinator)) == 1


async def test_a_reminder_goes_to_whoever_stands_in(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await is_away(city.maleri, deputy="Nils Ask")
    await a_meeting(city, "2026-11-24T09:00")
    await city.until(at("2026-11-24T07:00"))
    assert reminders(city.maleri) == []
    assert nils.last_text.startswith("Till Mira Holm, som är borta. Du är ersättare.")


async def test_after_an_outage_only_the_latest_comes_and_only_while_the_meeting_is_ahead(city: City) -> None:
    await a_meeting(city, "2026-12-10T13:00")
    await city.until(at("2026-12-10T10:00"))
    (only,) = reminders(city.maleri)
    assert only.startswith("I dag")
    await a_meeting(city, "2026-12-17T13:00")
    await city.until(at("2026-12-18T10:00"))
    assert len(reminders(city.maleri)) == 1


async def test_none_comes_twice_however_often_the_clock_ticks_or_the_bot_starts(city: City) -> None:
    await a_meeting(city, "2026-11-24T09:00")
    await city.until(at("2026-11-24T07:00"))
    await city.restart()
    for _ in range(3):
        await city.later(timedelta(minutes=1))
    assert len(reminders(city.maleri)) == 1


async def test_none_comes_in_the_evening_or_on_a_day_off(city: City) -> None:
    await a_meeting(city, "2026-11-30T09:00", remind_at=at("2026-11-27T07:00"))
    await city.until(at("2026-11-28T10:00"))
    await city.until(at("2026-11-29T20:00"))
    assert reminders(city.maleri) == []
    await city.until(at("2026-11-30T07:00"))
    assert len(reminders(city.maleri)) == 1


async def test_a_closing_day_that_was_added_since_is_honoured(city: City) -> None:
    """The Friday before was a working day when the meeting was planned."""
    await a_meeting(city, "2026-12-14T09:00", reminded=1, remind_at=at("2026-12-11T07:00"))
    await city.stop()
    city.settings = replace(city.settings, closed_days=(date(2026, 12, 11),))
    await city.restart()
    await city.until(at("2026-12-09T12:00"))
    assert reminders(city.maleri) == []
    await city.until(at("2026-12-10T07:00"))
    (only,) = reminders(city.maleri)
    assert only.startswith("Påminnelse:")


@pytest.mark.parametrize(
    ("starts_at", "comes"),
    [
        ("2027-03-30T08:00", ["2027-03-19T07:00", "2027-03-25T07:00", "2027-03-30T06:00"]),
        ("2027-11-01T09:00", ["2027-10-25T06:00", "2027-10-29T06:00", "2027-11-01T07:00"]),
    ],
)
async def test_the_weeks_when_the_clock_changes(city: City, starts_at: str, comes: list[str]) -> None:
    """Summer time begins on 28 March 2027, in the middle of Easter, and ends on 31 October."""
    await city.until(at(comes[0]) - timedelta(days=3))
    await a_meeting(city, starts_at)
    for number, moment in enumerate(comes):
        await city.until(at(moment) - timedelta(minutes=1))
        assert len(reminders(city.maleri)) == number
        await city.until(at(moment))
        assert len(reminders(city.maleri)) == number + 1


async def test_the_list_shows_what_is_ahead_and_what_has_been(city: City) -> None:
    await a_meeting(city, "2026-12-10T09:00")
    await a_meeting(city, "2026-11-20T09:00", status=MeetingStatus.HELD)
    text = await city.maleri.says("/moten")
    assert text.startswith("Kommande möten")
    assert "1. torsdag 10 december 2026 kl. 10.00\nAvstämning med Exempelmåleriet AB\nDu har inte svarat" in text
    text = await city.maleri.presses("Tidigare möten")
    assert "fredag 20 november 2026" in text
    assert "Hållet" in text
    assert "Kommande möten" in await city.maleri.presses("Kommande möten")
    await city.maleri.says("1")
    assert "Mira Holm – har inte svarat" in city.maleri.last_text


async def test_who_is_not_asked_sees_none_and_those_who_lead_see_all(city: City) -> None:
    await a_meeting(city, "2026-12-10T09:00")
    for chat in (city.park, city.matcher_a):
        await chat.says("/moten")
        assert "Exempelmåleriet" not in chat.last_text
    other = await city.person("Omar Vik", Role.ADMINISTRATOR)
    assert "Exempelmåleriet" in await other.says("/meetings")


async def test_many_meetings_come_a_page_at_a_time(city: City) -> None:
    for day in range(1, 9):
        await a_meeting(city, f"2026-12-{day:02}T09:00")
    text = await city.coordinator.says("/moten")
    assert "Sida 1 av 2" in text
    text = await city.coordinator.presses("Nästa sida")
    assert "2. tisdag 8 december 2026" in text
    assert "Sida 1 av 2" in await city.coordinator.presses("Förra sidan")
