"""The record of meetings with a supplier: held or not, and who came."""

from datetime import timedelta

from domain.meeting import MeetingKind, MeetingStatus
from storage.meetings import attendance as meeting_attendance
from storage.meetings.attendance import Attendance
from tests.city import City
from tests.meetings import OVER_AT, STARTS_AT, a_meeting, tells


async def test_the_record_says_who_came_to_what(city: City) -> None:
    meeting = await a_meeting(city, city.maleri, city.matcher_a)
    earlier = STARTS_AT - timedelta(days=90)
    await a_meeting(city, city.maleri, status=MeetingStatus.NOT_HELD, starts_at=earlier, uid="a", ask_at=None)
    await a_meeting(city, city.maleri, status=MeetingStatus.CANCELLED, starts_at=earlier, uid="b", ask_at=None)
    await city.until(OVER_AT)
    await tells(city.coordinator)
    await city.coordinator.presses("Alla möten med leverantören")
    lines = city.coordinator.last_text.split("\n")
    assert lines[:4] == [
        "Möten med Exempelmåleriet AB",
        "1 hållet möte, leverantören var med på 1",
        "1 möte blev inte av",
        "1 inställt möte",
    ]
    assert "1. Startmöte 23 november 2026: Mötet blev av" in lines
    assert "Närvarande: Mira Holm, Anna Lind" in [line.strip() for line in lines]
    assert city.coordinator.data("Startmöte · 23 nov") == f"ms:{meeting.meeting_id}"


async def test_a_supplier_took_part_also_by_somebody_who_was_not_asked(city: City) -> None:
    for who, kind in (
        ("Anna Lind", MeetingKind.FOLLOW_UP),
        ("Någon annan därifrån", MeetingKind.ANNUAL_REVIEW),
        ("Mira Holm", MeetingKind.OTHER),
    ):
        meeting = await a_meeting(city, city.maleri, city.matcher_a, kind=kind)
        await city.until(max(OVER_AT, city.clock.now()))
        await tells(city.coordinator, who=who)
    record = await city.asks(lambda session: meeting_attendance.of_supplier(session, meeting.supplier_id))
    assert record == Attendance(held=3, attended=2)


async def test_many_meetings_come_in_pages(city: City) -> None:
    for number in range(8):
        meeting = await a_meeting(
            city,
            status=MeetingStatus.NOT_HELD,
            starts_at=STARTS_AT - timedelta(days=number),
            uid=str(number),
            ask_at=None,
        )
    await city.coordinator.says("/hjalp")
    await city.coordinator.presses_forged(f"mq:{meeting.supplier_id}:0")
    assert "Inga möten har hållits än." in city.coordinator.last_text
    assert "Sida 1 av 2" in city.coordinator.last_text
    await city.coordinator.presses("Nästa sida")
    assert "Sida 2 av 2" in city.coordinator.last_text
    assert "2. Startmöte 16 november 2026: Blev inte av" in city.coordinator.last_text
