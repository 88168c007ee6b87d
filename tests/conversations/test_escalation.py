"""At the top of the ladder the coordinators decide, with the whole history before them."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from bot.demo.local_telegram import Message
from domain.meeting import MeetingKind, MeetingStatus
from domain.obligation import ObligationKind, ObligationStatus, Rung
from domain.reference import Noun, Reference
from domain.role import Role
from handlers.handling.work import Work
from handlers.obligations import settling
from storage.obligations.nudge_time import NudgeTime
from storage.obligations.obligation import Obligation
from storage.people import person
from tests.chat import Chat
from tests.city import City
from tests.contracts import has_contract
from tests.conversations import city_questions
from tests.conversations.people import is_away
from tests.conversations.unmet import DUE, MIRA, TOP, asked, unmet
from tests.meetings import has_meeting
from tests.obligations import has_obligation, obligation
from tests.record import times


def lists(chat: Chat) -> list[Message]:
    return [message for message in chat.received if "på beslut\n" in message.words]


async def until_the_top(city: City) -> None:
    """Day by day, as it happens."""
    await city.later(timedelta(minutes=5))
    await city.until(datetime(2026, 11, 30, 7, 5, tzinfo=UTC))
    await city.until(TOP)


async def decided(city: City, obligation_id: int, status: ObligationStatus) -> None:
    """As by the coordinator's own actions."""
    async with city.database.write() as session:
        work = Work(session, city.clock.now(), city.program.city, key=f"test:{status}")
        row = await session.get_one(Obligation, obligation_id)
        karin = (await person.active_in_role(session, Role.COORDINATOR))[0]
        if status is ObligationStatus.OPEN:
            await settling.move(work, row, date(2027, 1, 15), actor=karin)
        elif status is ObligationStatus.WAIVED:
            await settling.waive(work, row, "Arbetet blev aldrig av", actor=karin)
        elif status is ObligationStatus.FORMAL:
            await settling.follow_up(work, row, actor=karin)
        else:
            await settling.fulfil(work, row, by=Reference(Noun.SLOT, 1), actor=karin)
    city.program.deliverer.wake()
    await city.settled()


async def test_ten_working_days_after_the_coordinator_gets_the_history_and_the_ways_on(city: City) -> None:
    plan = await unmet(city)
    await city.later(timedelta(minutes=5))
    await city.maleri.presses("Påminn mig senare")
    await city.until(datetime(2026, 11, 30, 7, 5, tzinfo=UTC))
    await city.until(TOP)
    assert city.coordinator.last_text == (
        "Ditt beslut behövs: Plan för erbjudanden, Exempelmåleriet AB\n"
        "2026/1 Målning av skolor\n"
        "Skulle vara klart: måndag 23 november 2026\n\n"
        "Det här har hänt\n"
        "23 november 2026: Mira Holm fick en påminnelse\n"
        "23 november 2026: Mira Holm svarade: påminn mig senare\n"
        "30 november 2026: Mira Holm fick en påminnelse\n"
        "7 december 2026: CSR-samordnaren fick frågan hur vi går vidare\n\n"
        "Kontakt\n"
        "Mira Holm, 040-628 04 01, mira@example.se (med i Steget)\n\n"
        "Hur går vi vidare?"
    )
    assert city.coordinator.buttons == [
        "1. Ring",
        "2. Nytt datum",
        "3. Behövs inte",
        "4. Formell uppföljning",
    ]
    assert (await obligation(city, plan)).status is ObligationStatus.ESCALATED
    assert "avtalsbrott" not in city.coordinator.last_text
    before = len(city.maleri.received)
    await city.later(timedelta(days=30))
    assert len(city.maleri.received) == before


async def test_meetings_belong_to_the_history(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.START_UP, DUE)
    await has_meeting(
        city,
        contract,
        MeetingKind.START_UP,
        datetime(2026, 11, 20, 9, tzinfo=UTC),
        status=MeetingStatus.NOT_HELD,
    )
    await city.until(TOP)
    assert "20 november 2026: Ett möte blev inte av" in city.coordinator.last_text


async def test_when_one_has_decided_the_others_see_who_and_what(city: City) -> None:
    olle = await city.person("Olle Ny", Role.COORDINATOR)
    plan = await unmet(city)
    await until_the_top(city)
    await decided(city, plan, ObligationStatus.OPEN)
    for chat in (city.coordinator, olle):
        assert chat.last_text == (
            "Väntar inte på beslut längre: Plan för erbjudanden\n"
            "Exempelmåleriet AB · 2026/1 Målning av skolor\n"
            "Karin Ek satte nytt datum: fredag 15 januari 2027."
        )
        assert chat.buttons == []
    assert "Det har fått ett nytt datum." in city.maleri.last_text
    assert "senast 15 januari 2027" in city.maleri.last_text


async def test_every_decision_is_told_in_its_own_words(city: City) -> None:
    for number, (status, words) in enumerate(
        [
            (ObligationStatus.WAIVED, "Karin Ek tog bort det.\nSkäl: Arbetet blev aldrig av"),
            (ObligationStatus.FORMAL, "Karin Ek följer upp det formellt, utanför Steget."),
            (ObligationStatus.FULFILLED, "Det blev klart (Karin Ek)."),
        ],
    ):
        plan = await unmet(city, number=f"2026/{number}")
        await city.later(timedelta(days=14))
        assert asked(city.coordinator)
        await decided(city, plan, status)
        assert words in city.coordinator.last_text
        assert asked(city.coordinator) == []


async def test_a_new_date_begins_the_ladder_again_and_the_top_is_reached_again(city: City) -> None:
    plan = await unmet(city)
    await until_the_top(city)
    await decided(city, plan, ObligationStatus.OPEN)
    await city.until(datetime(2027, 1, 15, 7, 5, tzinfo=UTC))
    assert city.maleri.last_text.startswith("I dag är sista dagen: Plan för erbjudanden")
    await city.until(datetime(2027, 1, 29, 7, 5, tzinfo=UTC))
    assert len(asked(city.coordinator)) == 1
    assert "7 december 2026: Karin Ek satte nytt datum" in city.coordinator.last_text


async def test_what_had_fulfilled_it_is_undone_and_the_coordinators_are_asked_again(city: City) -> None:
    plan = await unmet(city)
    await until_the_top(city)
    await decided(city, plan, ObligationStatus.FULFILLED)
    async with city.database.write() as session:
        work = Work(session, city.clock.now(), city.program.city, key="test:reverse")
        await settling.reverse(work, Reference(Noun.SLOT, 1))
    await city.later(timedelta(hours=1))
    assert (await obligation(city, plan)).status is ObligationStatus.ESCALATED
    assert len(asked(city.coordinator)) == 1


async def test_ring_shows_whom_to_call_and_notes_that_one_has(city: City) -> None:
    await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    plan = await unmet(city)
    await until_the_top(city)
    await city.coordinator.presses("Ring")
    assert city.coordinator.last_text.startswith("Ring eller mejla: Plan för erbjudanden\n")
    assert "Mira Holm, 040-628 04 01, mira@example.se (med i Steget)" in city.coordinator.last_text
    assert "Också med i Steget: Nils Ask" in city.coordinator.last_text
    data, message_id = city.coordinator.data("Jag har ringt"), city.coordinator.last.message_id
    await city.coordinator.presses("Jag har ringt")
    assert city.coordinator.last_text.startswith("Samtalet är antecknat")
    assert city.coordinator.buttons == [
        "1. Ange vad leverantören sagt",
        "2. Nytt datum",
        "3. Behövs inte",
        "4. Formell uppföljning",
    ]
    await city.coordinator.presses_forged(data, message_id=message_id)
    assert await times(city, "obligation_called") == 1
    assert (await obligation(city, plan)).status is ObligationStatus.ESCALATED


async def test_what_nobody_decides_is_asked_about_again_after_five_working_days_as_one_list(city: City) -> None:
    for number in (1, 2):
        await unmet(city, number=f"2026/{number}")
    await city_questions.asked(city)
    await until_the_top(city)
    assert (len(asked(city.coordinator)), len(lists(city.coordinator))) == (2, 0)
    await city.until(datetime(2026, 12, 11, 12, tzinfo=UTC))
    assert lists(city.coordinator) == []
    await city.until(datetime(2026, 12, 14, 7, 5, tzinfo=UTC))
    assert city.coordinator.last_text.startswith(
        "2 åtaganden väntar på beslut\n\n"
        "1. Plan för erbjudanden · Exempelmåleriet AB\n"
        "2026/1 Målning av skolor · skulle vara klart 23 november 2026\n\n2. "
    )
    assert "Dessutom väntar 1 fråga från leverantörer på svar: /fragor" in city.coordinator.last_text
    await city.coordinator.presses("2. Plan")
    assert city.coordinator.last_text.startswith("Ditt beslut behövs")
    assert "2026/2" in city.coordinator.last_text
    await city.until(datetime(2026, 12, 21, 7, 5, tzinfo=UTC))
    assert len(lists(city.coordinator)) == 2


async def test_a_coordinator_may_have_it_once_a_day_instead(city: City) -> None:
    olle = await city.person("Olle Ny", Role.COORDINATOR)
    await city.coordinator.says("/aviseringar")
    assert city.coordinator.last_text == (
        "När något väntar på ditt beslut\nDet kommer direkt, ett i taget.\n\nVill du ändra det?"
    )
    await city.coordinator.presses("Samlat en gång om dagen")
    assert "samlat en gång om dagen" in city.coordinator.last_text
    await unmet(city)
    await until_the_top(city)
    assert (len(asked(olle)), len(asked(city.coordinator)), lists(city.coordinator)) == (1, 0, [])
    await city.until(datetime(2026, 12, 8, 7, 5, tzinfo=UTC))
    assert len(lists(city.coordinator)) == 1
    assert "1 åtagande väntar på beslut" in city.coordinator.last_text
    assert lists(olle) == []
    await city.coordinator.says("/aviseringar")
    await city.coordinator.presses("Direkt, ett i taget")
    assert "Det kommer direkt" in city.coordinator.last_text


async def test_many_at_once_come_as_one_list_and_no_storm(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    for number in range(12):
        await has_obligation(city, contract, ObligationKind.ACTION, DUE, key=f"a{number}", title=f"Sak {number}")
    await city.until(TOP)
    assert (len(asked(city.coordinator)), len(lists(city.coordinator))) == (0, 1)
    assert city.coordinator.last_text.startswith("12 åtaganden väntar på beslut")
    assert "Och 2 till." in city.coordinator.last_text
    assert len(city.coordinator.buttons) == 10
    assert await times(city, "obligation_escalated") == 12


async def test_the_list_of_a_coordinator_who_is_away_goes_to_who_is_here(city: City) -> None:
    olle = await city.person("Olle Ny", Role.COORDINATOR)
    await city.coordinator.says("/aviseringar")
    await city.coordinator.presses("Samlat en gång om dagen")
    await is_away(olle, deputy="2", until="1")
    await unmet(city)
    await city.until(datetime(2026, 11, 23, 8, tzinfo=UTC))
    await is_away(olle, deputy="2", until="14/12")
    await city.until(TOP)
    await is_away(city.coordinator, deputy="2", until="14/12")
    await olle.says("/borta")
    await olle.presses("Jag är tillbaka")
    await city.until(datetime(2026, 12, 8, 7, 5, tzinfo=UTC))
    await city.later(timedelta(minutes=1))
    assert (len(lists(olle)), len(lists(city.coordinator))) == (1, 0)


async def test_after_an_outage_nudges_collapse_and_the_top_is_reached_all_the_same(city: City) -> None:
    await city.stop()
    late, top = await unmet(city), await unmet(city, number="2026/2")
    async with city.database.write() as session:
        (await session.get_one(Obligation, late)).due_on = date(2026, 12, 1)
    city.clock.advance(datetime(2026, 12, 9, 9, tzinfo=UTC) - city.clock.now())
    await city.restart()
    await city.later(timedelta(minutes=1))
    assert (
        len([each for each in city.maleri.received if each.words.startswith("Skulle ha varit klart 1 december")]) == 1
    )
    assert "2026/1" in city.maleri.last_text
    assert "2026/2" not in city.maleri.last_text
    assert len(asked(city.coordinator)) == 1
    assert await times(city, "obligation_escalated") == 1
    assert ((await obligation(city, late)).rung, (await obligation(city, top)).rung) == (
        Rung.SECOND_CONTACT,
        Rung.COORDINATOR,
    )


async def test_nothing_happens_outside_working_hours_or_on_days_off(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.PLAN, date(2026, 12, 23), rung=Rung.REMINDER.value)
    async with city.database.write() as session:
        (await session.get_one(Obligation, 1)).next_at = datetime(2026, 12, 23, 7, tzinfo=UTC)
    for at in ("2026-12-23T06:59Z", "2026-12-23T16:00Z", "2026-12-24T10:00Z", "2026-12-26T10:00Z", "2026-12-28T06:59Z"):
        await city.until(datetime.fromisoformat(at))
        assert city.maleri.received == []
    await city.until(datetime(2026, 12, 28, 7, tzinfo=UTC))
    assert city.maleri.last_text.startswith("Skulle ha varit klart 23 december")


async def test_the_clock_going_back_and_forth_repeats_nothing(city: City) -> None:
    await unmet(city)
    await city.later(timedelta(minutes=5))
    for back_and_forth in (-2, 2, -2, 2):
        city.clock._moved += timedelta(hours=back_and_forth)  # noqa: SLF001  a clock only goes back when it is set
        await city.program.tick()
        await city.settled()
    assert len(city.maleri.received) == 1
    times = await city.asks(lambda session: session.scalars(select(NudgeTime)))
    assert [each.due_at for each in times] == [None]
