"""The agenda of a meeting: who gets it, when and how often, and what stands on it for each side."""

from datetime import date, timedelta

from domain.meeting import MeetingKind, MeetingStatus
from domain.obligation import ObligationKind, ObligationStatus, Rung
from domain.role import Role
from domain.slot import EmptyReason, SlotKind, SlotStatus
from storage.obligations.obligation import action_key
from storage.slots.slot import Slot
from tests.chat import Chat
from tests.city import City
from tests.conversations.holding import holds
from tests.conversations.inquiries import written
from tests.conversations.meetings import calls_off, walks_move
from tests.documents import file_of, pages_of
from tests.meetings import at, contract_of, has_meeting
from tests.obligations import has_obligation
from tests.placements import proposes

THREE_DAYS_BEFORE = at("2026-12-07T07:00")
"""Of Thursday 10 December, when the day opens in Stockholm."""


def agendas(chat: Chat) -> list[str]:
    return [message.words for message in chat.received if message.words.startswith(("Dagordning", "Agenda"))]


async def has_booked(city: City, *, on: str = "2026-12-10") -> int:
    """Karin has booked a meeting with the painters; their contract."""
    contract = await contract_of(city, city.maleri)
    await city.coordinator.schedules_meeting(contract, on=on)
    return contract


async def looks_ahead(chat: Chat) -> str:
    await chat.says("/avtal")
    return await chat.presses("Det som skickas framöver")


async def last_time(city: City, contract: int) -> None:
    """The two agreed on something each, and only the supplier has done it."""
    held = await has_meeting(
        city,
        contract,
        MeetingKind.START_UP,
        at("2026-11-16T09:00"),
        status=MeetingStatus.HELD,
        agreed="",
        confirmed_at=city.clock.now(),
    )
    for number, (title, is_for_city, status) in enumerate(
        (
            ("Skicka ett schema", True, ObligationStatus.OPEN),
            ("Visa lokalen", False, ObligationStatus.FULFILLED),
        )
    ):
        key, due_on = action_key(held, number), date(2026, 11, 20)
        told = {"title": title, "is_for_city": is_for_city, "status": status, "key": key, "next_at": None}
        await has_obligation(city, contract, ObligationKind.ACTION, due_on, **told)


async def test_the_organiser_gets_it_once_three_working_days_before_and_the_supplier_no_message_more(
    city: City,
) -> None:
    await has_booked(city)
    for moment in (at("2026-12-03T07:00"), THREE_DAYS_BEFORE - timedelta(minutes=1)):
        await city.until(moment)
    said = len(city.maleri.received)
    assert agendas(city.coordinator) == []
    await city.until(THREE_DAYS_BEFORE)
    await city.restart()
    await city.later(timedelta(hours=2))
    (agenda,) = agendas(city.coordinator)
    assert agenda.startswith("Dagordning: Startmöte med Exempelmåleriet AB\ntorsdag 10 december 2026 kl. 10.00\n")
    assert "Det här väntar på kommunen\nInget väntar på kommunen." in agenda
    assert len(city.maleri.received) == said


async def test_each_side_reads_it_in_its_own_words_what_the_city_owes_first(city: City) -> None:
    contract = await has_booked(city)
    await last_time(city, contract)
    await has_obligation(
        city, contract, ObligationKind.PLACES, date(2027, 3, 31), places=2, slot_kind=SlotKind.INTERNSHIP.value
    )
    await city.maleri.reports_internship(places=3)
    await city.matcher_a.presses("Jag tar den")
    placement = await proposes(city)
    await city.maleri.reports_visit(on="15 december 2026")
    async with city.database.write() as session:
        slot = await session.get_one(Slot, 2)
        session.add(_stood_empty(slot))
    await city.until(THREE_DAYS_BEFORE)
    (agenda,) = agendas(city.coordinator)
    in_order = [
        "Det här väntar på kommunen",
        "– Göra det kommunen har lovat: Skicka ett schema (skulle ha varit klart 20 nov 2026)",
        "– Ta hand om erbjudandet: Studiebesök · Måleri · den 15 dec 2026 (sedan 23 nov 2026)",
        "– Hitta rätt person: Praktikplats · Måleri · från 30 nov 2026 (sedan 23 nov 2026)",
        "Det här väntar på leverantören",
        "– Svara om den som är föreslagen: Praktikplats · Måleri · från 30 nov 2026 (sedan 23 nov 2026)",
        "Förra gången: Startmöte, 16 november 2026",
        "– Skicka ett schema (kommunen): inte klart än, skulle ha varit klart 20 nov 2026",
        "– Visa lokalen (leverantören): klart",
        "Lovat",
        "– 2 praktikplatser · senast 31 mars 2027 · 0 har börjat · kommunen söker rätt personer",
        "Erbjudet, och vad det blev",
        "Praktikplatser: erbjudna 4 · tagna 3 · föreslagna 1",
        "Blev tomt det senaste året",
        "1 plats: Ingen matchare tog dem. För långt att resa",
        "Inte provat än",
        "Lärlingsplatser, anställningar, yrkesmentorer, föreläsningar",
    ]
    assert [line for line in agenda.splitlines() if line in in_order] == in_order, agenda
    await city.until(at("2026-12-09T07:00"))
    assert "På dagordningen: 3 saker väntar på kommunen, 1 sak väntar på er." in city.maleri.last_text
    own = await city.maleri.presses("Dagordning")
    theirs = [
        "Dagordning: Startmöte med kommunen",
        "Tack för det ni har gett",
        "Det här är vi skyldiga er",
        "– Göra det vi har lovat: Skicka ett schema (skulle ha varit klart 20 nov 2026)",
        "– Ta hand om ert erbjudande: Studiebesök · Måleri · den 15 dec 2026 (sedan 23 nov 2026)",
        "– Hitta rätt person: Praktikplats · Måleri · från 30 nov 2026 (sedan 23 nov 2026)",
        "Det här väntar på er",
        "– Visa lokalen (ni): klart",
        "1 plats: Ingen av oss tog hand om dem. Det var för långt att resa för dem vi frågade.",
    ]
    assert [line for line in own.splitlines() if line in theirs] == theirs, own
    assert placement.code not in agenda + own


def _stood_empty(slot: Slot) -> Slot:
    """The same, with one place that nobody took in time, for a reason."""
    same = {column: getattr(slot, column) for column in ("supplier_id", "reported_by", "trade", "area", "starts_on")}
    ended = {"status": SlotStatus.EXPIRED, "expired_at": slot.reported_at, "empty_reason": EmptyReason.DISTANCE}
    more = {"kind": SlotKind.INTERNSHIP, "places": 1, "details": {}, "revision": 1, "reported_at": slot.reported_at}
    return Slot(**(same | ended | more))


async def test_a_question_that_the_city_has_not_answered_stands_there_and_goes_with_its_answer(city: City) -> None:
    await has_booked(city)
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await written(city)
    await city.coordinator.says("/moten")
    await city.coordinator.presses("Startmöte")
    text = await city.coordinator.presses("Dagordning")
    assert "– Svara på leverantörens fråga: Praktikplats · Måleri" in text
    await city.matcher_a.presses("Svara")
    await city.matcher_a.says("I morgon")
    await city.coordinator.presses("Visa mötet")
    assert "fråga" not in await city.coordinator.presses("Dagordning")


async def test_a_meeting_that_is_moved_gets_one_anew_only_if_something_has_changed(city: City) -> None:
    await has_booked(city)
    await city.until(THREE_DAYS_BEFORE)
    for number, on in enumerate(("2026-12-11", "2026-12-15"), start=1):
        await city.coordinator.says("/moten")
        await city.coordinator.presses("Startmöte")
        await walks_move(city.coordinator, to=on, at="10", reason="Krock")
        await city.later(timedelta(minutes=5))
        assert len(agendas(city.coordinator)) == 1, number
    await city.maleri.reports_mentor()
    await city.until(at("2026-12-10T07:00"))
    _, anew = agendas(city.coordinator)
    assert "tisdag 15 december 2026" in anew
    assert "– Ta hand om erbjudandet: Yrkesmentor" in anew


async def test_it_stands_among_what_will_be_sent_unless_the_meeting_is_called_off(city: City) -> None:
    await has_booked(city)
    assert "1 dagordning" in await looks_ahead(city.coordinator)
    assert "7 dec 2026 · Dagordning: Startmöte (KS 2026/17)" in await city.coordinator.presses("Karin Ek")
    await city.coordinator.says("/moten")
    await city.coordinator.presses("Startmöte")
    await calls_off(city.coordinator)
    assert "dagordning" not in await looks_ahead(city.coordinator)
    await city.until(at("2026-12-09T12:00"))
    assert agendas(city.coordinator) == []


async def test_a_meeting_that_is_booked_late_gets_its_agenda_in_the_next_working_hour(city: City) -> None:
    await city.until(at("2026-11-23T19:00"))
    await has_booked(city, on="2026-11-24")
    await city.later(timedelta(minutes=5))
    assert agendas(city.coordinator) == []
    await city.until(at("2026-11-24T07:00"))
    assert len(agendas(city.coordinator)) == 1


async def test_two_meetings_with_a_supplier_on_a_day_have_one_agenda_over_both_contracts(city: City) -> None:
    await has_booked(city)
    other = await contract_of(city, city.maleri, number="KS 2026/18", title="Fasader")
    await city.coordinator.schedules_meeting(other, at="11")
    await has_obligation(city, other, ObligationKind.PLAN, date(2026, 12, 20), title=None)
    await city.until(at("2026-12-09T12:00"))
    (agenda,) = agendas(city.coordinator)
    assert "KS 2026/17 Målning\n" in agenda
    assert "KS 2026/18 Fasader\n– Plan för erbjudanden · senast 20 dec 2026" in agenda


async def test_nobody_of_another_supplier_sees_it_and_whoever_comes_for_the_city_sees_the_citys(city: City) -> None:
    await has_booked(city)
    await city.park.says("/moten")
    for carried in ("agd:1:0", "agw:1", "agp:1"):
        assert "genda" not in await city.park.presses_forged(carried)
    other = await city.person("Omar Vik", Role.ADMINISTRATOR)
    await other.says("/moten")
    assert (await other.presses_forged("agd:1:0")).startswith("Dagordning: Startmöte med Exempelmåleriet AB")


async def test_it_fits_on_one_page_to_print_however_much_there_is(city: City) -> None:
    contract = await has_booked(city)
    for number in range(14):
        title = f"Sak {number} som kommunen har lovat, och som tar mer än en rad att beskriva med alla dess ord"
        told = {"title": title, "is_for_city": True, "key": f"added:{number}", "next_at": None}
        await has_obligation(city, contract, ObligationKind.ACTION, date(2026, 12, 1) + timedelta(number), **told)
    await city.until(THREE_DAYS_BEFORE)
    assert "Sak 5" in city.coordinator.last_text
    assert "Sak 6" not in city.coordinator.last_text
    assert "och 8 till" in city.coordinator.last_text
    assert "Sak 13" in await city.coordinator.presses("Visa allt")
    await city.coordinator.presses("Skriv ut (A4)")
    (page,) = pages(city, city.coordinator)
    assert "Avstämning" not in page
    assert "Startmöte med Exempelmåleriet AB" in page
    assert "Sak 5" in page
    assert "Anteckningar" in page


def pages(city: City, chat: Chat) -> list[str]:
    message = next(message for message in reversed(chat.received) if (message.file_name or "").endswith(".pdf"))
    return pages_of(file_of(city, message))


async def test_while_reminders_rest_nothing_is_late_that_the_supplier_has_promised(city: City) -> None:
    contract = await has_booked(city)
    due = {"key": "added:1", "rung": Rung.NUDGE.value, "next_at": None}
    await has_obligation(city, contract, ObligationKind.PLAN, date(2026, 11, 20), **due)
    await city.maleri.says("/moten")
    await city.maleri.presses("Startmöte")
    text = await city.maleri.presses("Dagordning")
    assert "Det här väntar på er\n– Plan för erbjudanden (skulle ha varit klart 20 nov 2026)" in text
    await holds(city.coordinator, contract, "Sommar", "2027-02-01")
    await city.maleri.presses("Visa mötet")
    text = await city.maleri.presses("Dagordning")
    assert "Det här väntar på er\nInget just nu. Tack!" in text
    assert "Plan för erbjudanden · sista dagen var 20 nov 2026" in text
