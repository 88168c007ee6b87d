"""Was the meeting held? The organiser is asked until it is told, and can change it afterwards."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from domain.language import Language
from domain.meeting import MeetingKind, MeetingStatus
from domain.meeting_outcome import MissReason
from domain.obligation import ObligationKind, ObligationStatus
from domain.role import Role
from storage.meetings.meeting import Meeting
from tests.city import City
from tests.each import each
from tests.meetings import OVER_AT, a_meeting, adds, is_to_be_done, tells

ASKED = "Blev startmötet med Exempelmåleriet AB av?"
TUESDAY = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
"""08.00 in Stockholm."""


async def test_the_organiser_is_asked_when_the_meeting_is_over(city: City) -> None:
    await a_meeting(city, city.maleri)
    await city.until(OVER_AT - timedelta(minutes=1))
    assert city.coordinator.received == []
    await city.until(OVER_AT)
    assert city.coordinator.last_text.startswith(ASKED)
    assert "Startmöte med Exempelmåleriet AB, måndag 23 november 2026" in city.coordinator.last_text
    assert city.coordinator.buttons == ["1. Ja, vi hade mötet", "2. Nej, det blev inte av", "3. Flytta mötet"]


async def test_outside_working_hours_it_waits_for_the_morning(city: City) -> None:
    await a_meeting(city, city.maleri, ask_at=OVER_AT + timedelta(hours=8))
    await city.until(OVER_AT + timedelta(hours=9))
    assert city.coordinator.received == []
    await city.until(TUESDAY)
    assert city.coordinator.last_text.startswith(ASKED)


async def test_it_is_asked_again_the_next_working_day_then_each_week_with_buttons_only_on_the_latest(
    city: City,
) -> None:
    await a_meeting(city, city.maleri)
    asked = []
    for at in (
        OVER_AT,
        TUESDAY,
        TUESDAY + timedelta(days=1),
        TUESDAY + timedelta(days=7),
        TUESDAY + timedelta(days=14),
    ):
        await city.until(at)
        asked.append(len(city.coordinator.received))
    assert asked == [1, 2, 2, 3, 4]
    assert "Jag frågar igen" in city.coordinator.last_text
    assert [bool(message.buttons) for message in city.coordinator.received] == [False, False, False, True]


async def test_after_an_outage_it_is_asked_once(city: City) -> None:
    await a_meeting(city, city.maleri)
    await city.until(OVER_AT + timedelta(days=30))
    assert [message.words.startswith(ASKED) for message in city.coordinator.received] == [True]


@pytest.mark.parametrize("status", [MeetingStatus.CANCELLED, MeetingStatus.HELD])
async def test_nobody_asks_about_a_meeting_that_is_settled(city: City, status: MeetingStatus) -> None:
    await a_meeting(city, city.maleri, status=status)
    await city.until(OVER_AT)
    assert city.coordinator.received == []


async def test_where_the_organiser_is_away_whoever_stands_in_is_asked_and_can_answer(city: City) -> None:
    olle = await city.person("Olle Ny", Role.COORDINATOR)
    await city.coordinator.says("/borta")
    await city.coordinator.says("3")
    await city.coordinator.says("Olle Ny")
    meeting = await a_meeting(city, city.maleri)
    said = len(city.coordinator.received)
    await city.until(OVER_AT)
    assert len(city.coordinator.received) == said
    assert olle.last_text.startswith("Till Karin Ek, som är borta.")
    await tells(olle, who="Ingen av dem kom")
    assert (await meeting.row()).status is MeetingStatus.HELD


async def test_who_came_and_what_was_agreed_are_kept_and_the_obligation_is_fulfilled(city: City) -> None:
    meeting = await a_meeting(city, city.maleri, city.matcher_a, city.matcher_b)
    start_up = await is_to_be_done(meeting, ObligationKind.START_UP, date(2026, 12, 1))
    await city.until(OVER_AT)
    await city.coordinator.presses("Ja, vi hade mötet")
    assert "Vilka kom på mötet med Exempelmåleriet AB?" in city.coordinator.last_text
    for name in ("Mira Holm", "Anna Lind", "Bashir Nur", "Anna Lind", "Någon annan därifrån"):
        await city.coordinator.presses(name)
    await city.coordinator.presses("Klart")
    await city.coordinator.says("Vi börjar med en praktikplats i vår.")
    await city.coordinator.presses("Klart")
    for line in ("Närvarande: Mira Holm, Bashir Nur", "Närvarande också: någon annan från leverantören"):
        assert line in city.coordinator.last_text.split("\n")
    await city.coordinator.presses("Skicka")
    assert city.coordinator.last_text.startswith("Tack! Det är noterat.")
    told = await meeting.row()
    assert (told.status, told.agreed, told.has_other_come) == (
        MeetingStatus.HELD,
        "Vi börjar med en praktikplats i vår.",
        True,
    )
    assert (told.ask_at, told.remind_at) == (None, None)
    assert await meeting.came() == {"Mira Holm": True, "Anna Lind": False, "Bashir Nur": True}
    (fulfilled,) = await meeting.obligations()
    assert (fulfilled.id, fulfilled.status) == (start_up, ObligationStatus.FULFILLED)
    assert fulfilled.fulfilled_by == f"meeting:{meeting.meeting_id}"
    assert await meeting.events() == ["meeting_held", "obligation_fulfilled", "meeting_agreed", "meeting_summarised"]


async def test_everyone_comes_by_one_press_and_all_can_be_answered_by_number(city: City) -> None:
    meeting = await a_meeting(city, city.maleri, city.matcher_a)
    await city.until(OVER_AT)
    for answer in ("1", "4", "1", "2", "1"):
        await city.coordinator.says(answer)
    assert (await meeting.row()).status is MeetingStatus.HELD
    assert await meeting.came() == {"Mira Holm": True, "Anna Lind": True}


async def test_a_meeting_fulfils_what_was_to_be_done_first(city: City) -> None:
    meeting = await a_meeting(city, city.maleri, kind=MeetingKind.FOLLOW_UP)
    later = await is_to_be_done(meeting, ObligationKind.FOLLOW_UP, date(2026, 11, 30), key="follow_up:2")
    sooner = await is_to_be_done(meeting, ObligationKind.FOLLOW_UP, date(2026, 8, 31), key="follow_up:1")
    other = await is_to_be_done(meeting, ObligationKind.PLAN, date(2026, 8, 1))
    await city.until(OVER_AT)
    await tells(city.coordinator, who="Mira Holm")
    statuses = {each.id: each.status for each in await meeting.obligations()}
    assert statuses == {
        sooner: ObligationStatus.FULFILLED,
        later: ObligationStatus.OPEN,
        other: ObligationStatus.OPEN,
    }


async def test_what_is_to_be_done_becomes_obligations(city: City) -> None:
    meeting = await a_meeting(city, city.maleri)
    await city.until(OVER_AT)
    await tells(city.coordinator, who="Mira Holm", send=False)
    await city.coordinator.presses("Ändra det som ska göras")
    await adds(city.coordinator, "Föreslå en  handledare")
    await adds(city.coordinator, "Något som ångras")
    await adds(city.coordinator, "Skicka information", due="7/12", whose="Kommunen")
    await city.coordinator.presses("Ta bort: Något som ångras")
    await city.coordinator.presses("Klart")
    await city.coordinator.presses("Skicka")
    theirs, citys = await meeting.obligations()
    assert (theirs.kind, theirs.key) == (ObligationKind.ACTION, f"action:{meeting.meeting_id}:1")
    assert (theirs.title, theirs.due_on, theirs.is_for_city) == ("Föreslå en handledare", date(2026, 11, 30), False)
    assert theirs.next_at == datetime(2026, 11, 30, 7, 0, tzinfo=UTC), "nobody is reminded of what was just agreed"
    assert (citys.title, citys.due_on, citys.is_for_city) == ("Skicka information", date(2026, 12, 7), True)
    assert citys.next_at is None
    assert (await meeting.events()).count("obligation_added") == 2


async def test_ten_things_to_do_are_enough(city: City) -> None:
    await a_meeting(city, city.maleri)
    await city.until(OVER_AT)
    await tells(city.coordinator, who="Mira Holm", send=False)
    await city.coordinator.presses("Ändra det som ska göras")
    for number in range(10):
        await adds(city.coordinator, f"Sak {number}")
    assert "1. Klart" in city.coordinator.buttons
    assert not any("Lägg till" in button for button in city.coordinator.buttons)


async def test_a_personal_number_is_deleted_and_a_word_of_health_is_asked_about(city: City) -> None:
    meeting = await a_meeting(city, city.maleri)
    await city.until(OVER_AT)
    await city.coordinator.presses("Ja, vi hade mötet")
    await city.coordinator.presses("Ingen av dem kom")
    await city.coordinator.says("Praktik för 811218-9876")
    assert "såg ut som ett personnummer" in city.coordinator.last_text
    assert not any("811218" in message.words for message in city.coordinator.phone.messages)
    await city.coordinator.says("Han är sjukskriven")
    assert "Gäller det arbetsplatsen" in city.coordinator.last_text
    await city.coordinator.presses("Nej, jag skriver om det")
    await city.coordinator.says("Inget särskilt")
    await city.coordinator.presses("Lägg till")
    await city.coordinator.says("Ring 070-174 06 35")
    assert "Skriv inga telefonnummer här" in city.coordinator.last_text
    assert (await meeting.row()).agreed is None


async def test_no_is_one_press_and_blames_nobody(city: City) -> None:
    meeting = await a_meeting(city, city.maleri)
    start_up = await is_to_be_done(meeting, ObligationKind.START_UP, date(2026, 12, 18))
    await city.until(OVER_AT)
    await city.coordinator.presses("Nej, det blev inte av")
    assert "Blev inte av" in city.coordinator.last_text
    assert city.coordinator.buttons[:4] == [
        "1. Boka ett nytt möte",
        "2. Leverantören hade förhinder",
        "3. Vi hade förhinder",
        "4. Mötet flyttas",
    ]
    assert city.coordinator.data("Boka ett nytt möte") == f"mb:{meeting.contract_id}:{start_up}"
    missed = await meeting.row()
    assert (missed.status, missed.ask_at) == (MeetingStatus.NOT_HELD, None)
    (obligation,) = await meeting.obligations()
    assert obligation.status is ObligationStatus.OPEN
    assert obligation.next_at == datetime(2026, 12, 4, 7, 0, tzinfo=UTC)
    await city.coordinator.presses("Mötet flyttas")
    assert "Skäl: Mötet flyttas" in city.coordinator.last_text
    assert (await meeting.row()).miss_reason is MissReason.OTHER_TIME
    assert await meeting.events() == ["meeting_not_held", "meeting_miss_explained"]
    assert city.maleri.received == []
    await city.later(timedelta(days=30))
    assert not any(ASKED in message.text for message in city.coordinator.received)


async def test_pressing_twice_is_pressing_once(city: City) -> None:
    meeting = await a_meeting(city, city.maleri)
    await city.until(OVER_AT)
    no = city.coordinator.data("Nej, det blev inte av")
    for _ in range(2):
        await city.coordinator.presses_forged(no)
    assert await meeting.events() == ["meeting_not_held"]
    assert "Det har redan hänt något annat" in city.coordinator.last_text
    reason = city.coordinator.data("Vi hade förhinder")
    for _ in range(2):
        await city.coordinator.presses_forged(reason)
    assert await meeting.events() == ["meeting_not_held", "meeting_miss_explained"]


async def test_it_was_held_after_all(city: City) -> None:
    meeting = await a_meeting(city, city.maleri)
    await is_to_be_done(meeting, ObligationKind.START_UP, date(2026, 12, 1))
    await city.until(OVER_AT)
    await city.coordinator.presses("Nej, det blev inte av")
    await city.coordinator.presses("Vi hade förhinder")
    await city.coordinator.presses("Mötet blev av ändå")
    await city.coordinator.presses("Mira Holm")
    await city.coordinator.presses("Klart")
    await city.coordinator.says("Inget särskilt")
    await city.coordinator.presses("Klart")
    await city.coordinator.presses("Skicka")
    held = await meeting.row()
    assert (held.status, held.miss_reason) == (MeetingStatus.HELD, None)
    (obligation,) = await meeting.obligations()
    assert obligation.status is ObligationStatus.FULFILLED


async def test_it_was_not_held_after_all_and_everything_is_taken_back(city: City) -> None:
    meeting = await a_meeting(city, city.maleri, city.matcher_a)
    await is_to_be_done(meeting, ObligationKind.START_UP, date(2026, 12, 1))
    await city.until(OVER_AT)
    await tells(city.coordinator, send=False)
    await city.coordinator.presses("Ändra det som ska göras")
    await adds(city.coordinator, "Föreslå en handledare")
    await city.coordinator.presses("Klart")
    await city.coordinator.presses("Skicka")
    await city.coordinator.presses("Det blev inte av")
    assert "Blev det ändå inte av?" in city.coordinator.last_text
    assert (await meeting.row()).status is MeetingStatus.HELD
    await city.coordinator.presses("Nej, det blev inte av")
    assert (await meeting.row()).status is MeetingStatus.NOT_HELD
    assert await meeting.came() == {"Mira Holm": None, "Anna Lind": None}
    start_up, action = sorted(await meeting.obligations(), key=lambda each: each.id)
    assert (start_up.status, action.status) == (ObligationStatus.OPEN, ObligationStatus.DROPPED)
    for chat in (city.maleri, city.matcher_a):
        assert chat.last_text.startswith("Det blev en rättelse: mötet blev inte av.")
    assert not any("Bekräfta" in button.text for each in city.maleri.received for row in each.buttons for button in row)
    assert (await meeting.events())[-4:] == [
        "meeting_summarised",
        "meeting_not_held",
        "obligation_reversed",
        "obligation_dropped",
    ]


async def test_a_held_meeting_is_left_as_it_is_by_whoever_thinks_better_of_it(city: City) -> None:
    meeting = await a_meeting(city, city.maleri)
    await city.until(OVER_AT)
    await tells(city.coordinator, who="Mira Holm")
    await city.coordinator.presses("Det blev inte av")
    await city.coordinator.presses("Låt det stå")
    assert city.coordinator.last_text.startswith("Mötet blev av")
    assert (await meeting.row()).status is MeetingStatus.HELD


async def test_of_two_who_are_asked_the_first_to_tell_wins_and_the_other_sees_it(city: City) -> None:
    olle, ida = [await city.person(name, Role.COORDINATOR) for name in ("Olle Ny", "Ida Rot")]
    await city.coordinator.says("/borta")
    await city.coordinator.says("3")
    await city.coordinator.presses("Ingen ersättare")
    meeting = await a_meeting(city, city.maleri)
    await city.until(OVER_AT)
    for chat in (olle, ida):
        assert ASKED in chat.last_text
        await tells(chat, who="Mira Holm", send=False)
    await olle.presses("Skicka")
    assert "Olle Ny har svarat: mötet blev av." in "".join(message.words for message in ida.received)
    assert (await ida.presses("Skicka")).startswith("Det har redan hänt något annat.")
    assert (await meeting.events()).count("meeting_held") == 1


async def test_a_meeting_that_was_moved_meanwhile_is_not_told_as_it_was(city: City) -> None:
    meeting = await a_meeting(city, city.maleri)
    await city.until(OVER_AT)
    await tells(city.coordinator, who="Mira Holm", send=False)
    async with city.database.write() as session:
        row = await session.get_one(Meeting, meeting.meeting_id)
        row.starts_at, row.revision = row.starts_at + timedelta(days=7), row.revision + 1
    assert (await city.coordinator.presses("Skicka")).startswith("Det har redan hänt något annat.")
    assert (await meeting.row()).status is MeetingStatus.PLANNED
    for action in ("mh", "mx"):
        await city.coordinator.presses_forged(f"{action}:{meeting.meeting_id}")
        assert "Mötet är inte över än" in city.coordinator.last_text
    assert (await meeting.row()).status is MeetingStatus.PLANNED


async def test_only_those_who_lead_tell_how_it_went(city: City, subtests: pytest.Subtests) -> None:
    meeting = await a_meeting(city, city.maleri, city.matcher_a)
    await city.until(OVER_AT)
    chats = (city.maleri, city.park, city.matcher_a)
    for chat in chats:
        await chat.says("hej")
    for action, chat in product(("mh", "mx", "mg", "mr", "mw", "mq"), chats):
        with each(subtests, f"{action} by {chat.phone.first_name}"):
            said = len(chat.received)
            await chat.presses_forged(f"{action}:{meeting.meeting_id}:0")
            assert len(chat.received) == said + 1
            assert chat.last_text.startswith(("Det finns inte längre", "It is no longer there"))
            assert (await meeting.row()).status is MeetingStatus.PLANNED


async def test_in_english_too(city: City) -> None:
    eve = await city.person("Eve Fox", Role.COORDINATOR, language=Language.ENGLISH)
    meeting = await a_meeting(city, city.maleri)
    await eve.says("/help")
    await eve.presses_forged(f"mw:{meeting.meeting_id}")
    assert "Start-up meeting with Exempelmåleriet AB" in eve.last_text
