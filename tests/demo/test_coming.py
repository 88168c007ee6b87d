"""The list of what is coming to whom, and a clock that stops at each of them and never gets stuck."""

import asyncio
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.demo import coming, sample_promises
from bot.demo.coming import Look
from bot.demo.running_city import RunningCity
from domain.language import Language
from domain.meeting import MeetingStatus
from domain.obligation import ObligationKind, ObligationStatus, Rung
from domain.role import Role
from handlers.handling.work import Work
from storage.faq.city_question import CityQuestion
from storage.meetings.meeting import Meeting
from storage.obligations import nudge_time
from storage.obligations.obligation import Obligation
from storage.people.contact import Contact
from storage.people.person import Person
from storage.placements import under_way
from storage.placements.under_way import Proposal
from storage.slots import alert_settings
from tests.city import City
from tests.domain.hours import at
from tests.empty_database import on_sqlite
from tests.meetings import contract_of
from tests.placements import ON_LAST_DAY, card_of, has_somebody, has_taken, placements

TUESDAY_AT_EIGHT = datetime(2026, 11, 24, 7, tzinfo=UTC)
PAINTING = "UH-2026-17 Måleritjänster"
A_DAY_TAKES = 1.0
"""Seconds of computing, at most: what others do on the machine is not the page's."""

pytestmark = on_sqlite


@pytest.fixture
async def promising(city: City) -> City:
    """A city whose suppliers have promised what they do in the demo."""
    await city.person("Olle Nyqvist", Role.SUPPLIER, company="Exempelmåleriet AB")
    async with city.database.write() as session:
        await sample_promises.promise(Work(session, city.clock.now(), city.program.city, key="test"))
        olle = select(Person.id).where(Person.name == "Olle Nyqvist").scalar_subquery()
        await session.execute(update(Contact).where(Contact.name == "Olle Nyqvist").values(person_id=olle))
    return city


def running(city: City) -> RunningCity:
    """The same city, as the demo's page sees it."""
    return RunningCity(city.settings, city.program, city.database, city.clock, city.telegram)


async def listed(city: City, *, at_most: int = 40) -> Sequence[tuple[datetime, str, str]]:
    """The list as the page shows it, in Swedish."""
    async with city.database.read() as session:
        found = await coming.gathered(Look(session, city.program.city, city.clock.now(), at_most=at_most))
    return [(one.at, one.text.sv, one.to_whom.sv) for one in found]


async def change_obligation(city: City, kind: ObligationKind, **values: Any) -> None:
    """Let the painters' obligation of that kind be as told."""
    async with city.database.write() as session:
        await session.execute(
            update(Obligation).where(Obligation.kind == kind, Obligation.supplier_id == 1).values(**values)
        )


async def test_a_reminder_goes_to_the_first_contact_of_the_contract(promising: City) -> None:
    first = (await listed(promising))[0]
    assert first == (TUESDAY_AT_EIGHT, f"Vänlig påminnelse: startmöte, {PAINTING}", "Mira Holm, Exempelmåleriet AB")


@pytest.mark.parametrize(
    ("reached", "told", "to_whom"),
    [
        (Rung.NONE, "Vänlig påminnelse", "Mira Holm, Exempelmåleriet AB"),
        (Rung.REMINDER, "Puff på dagen", "Mira Holm, Exempelmåleriet AB"),
        (Rung.NUDGE, "Puff, nu till båda kontaktpersonerna", "Mira Holm, Olle Nyqvist, Exempelmåleriet AB"),
        (Rung.SECOND_CONTACT, "Till samordnaren, med hela historiken", "samordnaren"),
    ],
)
async def test_each_rung_of_the_ladder_says_what_comes_next_and_to_whom(
    promising: City, reached: Rung, told: str, to_whom: str
) -> None:
    await change_obligation(promising, ObligationKind.START_UP, rung=reached.value)
    assert (await listed(promising))[0] == (TUESDAY_AT_EIGHT, f"{told}: startmöte, {PAINTING}", to_whom)


async def test_what_waits_for_a_decision_is_asked_again(promising: City) -> None:
    await change_obligation(promising, ObligationKind.START_UP, status=ObligationStatus.ESCALATED)
    assert (await listed(promising))[0][1:] == (
        f"Väntar på beslut, frågas igen: startmöte, {PAINTING}",
        "samordnaren",
    )


@pytest.mark.parametrize(
    ("meeting", "reminders"),
    [
        ({"status": MeetingStatus.CANCELLED}, 1),
        ({"starts_at": datetime(2026, 12, 1, 9, tzinfo=UTC)}, 0),
        ({"starts_at": datetime(2026, 12, 21, 9, tzinfo=UTC)}, 0),
    ],
    ids=["none", "before the reminder", "after it"],
)
async def test_an_obligation_for_which_a_meeting_is_planned_is_not_reminded_of(
    promising: City, meeting: dict[str, Any], reminders: int
) -> None:
    """Nor after the meeting: then its organiser is asked how it went."""
    async with promising.database.write() as session:
        await session.execute(update(Meeting).values(**meeting))
    until = datetime(2027, 1, 18, tzinfo=UTC)
    told = [text for at, text, _ in await listed(promising) if at < until]
    assert told.count("Vänlig påminnelse: avstämning, UH-2025-48 Skötsel av parker") == reminders


async def test_a_meeting_is_reminded_of_to_all_who_are_asked_and_its_organiser_prepares_it_and_is_asked_afterwards(
    promising: City,
) -> None:
    reminder, agenda, question = [line for line in await listed(promising) if "UH-2025-48" in line[1]][:3]
    assert reminder[0] == TUESDAY_AT_EIGHT
    assert sorted(reminder[2].split(", ")) == ["Anna Lind", "Karin Ek", "Sam Dahl"]
    assert agenda[1:] == ("Dagordning inför möte: avstämning, UH-2025-48 Skötsel av parker", "Karin Ek")
    assert question[1:] == ("Frågan hur mötet gick: avstämning, UH-2025-48 Skötsel av parker", "Karin Ek")


@pytest.mark.parametrize(
    ("has_been_reminded", "to_whom"),
    [(False, "Påhittade Parker AB"), (True, "Karin Ek")],
    ids=["supplier", "organiser"],
)
async def test_what_was_agreed_waits_for_the_suppliers_word_and_then_for_the_organiser(
    promising: City, *, has_been_reminded: bool, to_whom: str
) -> None:
    waits = {"confirm_at": TUESDAY_AT_EIGHT, "is_confirmation_reminded": has_been_reminded}
    async with promising.database.write() as session:
        await session.execute(update(Meeting).values(**waits))
    told = "Väntar på bekräftelse: avstämning, UH-2025-48 Skötsel av parker"
    assert (TUESDAY_AT_EIGHT, told, to_whom) in await listed(promising)


async def test_an_evening_question_comes_when_the_next_working_day_opens(promising: City) -> None:
    friday_evening = datetime(2026, 11, 27, 18, tzinfo=UTC)
    async with promising.database.write() as session:
        await session.execute(update(Meeting).values(ask_at=friday_evening))
    (asked,) = [at for at, text, _ in await listed(promising) if text.startswith("Frågan hur mötet gick")]
    assert asked == datetime(2026, 11, 30, 7, tzinfo=UTC)


async def test_slots_digests_nudges_and_unfinished_forms_are_on_the_list(city: City) -> None:
    await city.maleri.reports_internship()
    await city.park.says("/report")
    async with city.database.write() as session:
        (await alert_settings.of_person(session, 3)).digest_due_at = TUESDAY_AT_EIGHT
        (await nudge_time.of_people(session, [1]))[1].due_at = TUESDAY_AT_EIGHT + timedelta(days=1)
        proposal = Proposal(date(2026, 12, 7), None, 50)
        thursday = TUESDAY_AT_EIGHT + timedelta(days=2)
        meant = await under_way.propose(session, 1, proposal, matcher_id=3, now=city.clock.now(), next_at=thursday)
    assert [line[1:] for line in await listed(city)] == [
        ("Samlade erbjudanden", "Anna Lind"),
        ("Praktikplats, Centrum: ingen har tagit det. Matcharna frågas igen.", "matcharna"),
        ("Det påbörjade formuläret visas igen", "Sam Dahl, Påhittade Parker AB"),
        ("Puff om det som ska göras, samlat i ett meddelande", "Mira Holm, Exempelmåleriet AB"),
        (f"Placering {meant.code}: vill ni träffas?", "Exempelmåleriet AB"),
    ]


async def test_questions_to_the_city_are_on_the_list(city: City) -> None:
    waiting, reminded, of_nobody = (
        CityQuestion(
            asked_by=1,
            asked_at=city.clock.now(),
            language=Language.SWEDISH,
            words="Har ni en lånebil?",
            asked_of=asked_of,
            next_at=TUESDAY_AT_EIGHT + timedelta(minutes=place),
            reminded_at=reminded_at,
        )
        for place, (asked_of, reminded_at) in enumerate([(5, None), (5, city.clock.now()), (None, None)])
    )
    async with city.database.write() as session:
        session.add_all((waiting, reminded, of_nobody))
    assert [line[1:] for line in await listed(city)] == [
        ("Påminnelse om en fråga som väntar på svar", "Karin Ek"),
        ("En fråga som kommunen inte har svarat på", "samordnaren"),
        ("En fråga som kommunen inte har svarat på", "samordnaren"),
    ]


async def test_a_readers_monthly_letter_is_on_the_list(city: City) -> None:
    await city.person("Stina Strid", Role.READER)
    on_tuesday = TUESDAY_AT_EIGHT + timedelta(weeks=1)
    assert await listed(city) == [(on_tuesday, "Månadsbrevet", "Stina Strid")]


async def test_what_had_its_chance_and_waits_for_people_is_neither_listed_nor_stopped_at(city: City) -> None:
    async with city.database.write() as session:
        for person_id in range(1, 5):
            (await nudge_time.of_people(session, [person_id]))[person_id].due_at = city.clock.now() - timedelta(days=3)
        (await nudge_time.of_people(session, [5]))[5].due_at = TUESDAY_AT_EIGHT
    assert [(at, whom) for at, _, whom in await listed(city, at_most=2)] == [(TUESDAY_AT_EIGHT, "Karin Ek")]


async def test_the_clock_goes_on_past_what_can_not_happen(promising: City, monkeypatch: pytest.MonkeyPatch) -> None:
    async def nothing() -> None:
        """Every duty fails to do anything."""

    monkeypatch.setattr(promising.program, "tick", nothing)
    page, began = running(promising), promising.clock.now()
    async with asyncio.timeout(60):
        stops = [began]
        for _ in range(3):
            await page.advance_to_next()
            stops.append(promising.clock.now())
        assert stops == sorted(set(stops))
        await page.advance(timedelta(days=40))
    assert promising.clock.now() == stops[-1] + timedelta(days=40)


async def test_where_nothing_is_due_the_clock_stays(city: City) -> None:
    await running(city).advance_to_next()
    assert await listed(city) == []
    assert city.clock.now() == datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


async def test_a_month_of_days_stops_at_everything_on_the_way_and_takes_no_time(promising: City) -> None:
    page, stops, tick = running(promising), [], promising.program.tick

    async def noted() -> None:
        stops.append(promising.clock.now())
        await tick()

    promising.program.tick = noted  # type: ignore[method-assign]
    took = []
    for _ in range(30):
        began = time.process_time()
        await page.advance(timedelta(days=1))
        took.append(time.process_time() - began)
    assert {TUESDAY_AT_EIGHT, datetime(2026, 11, 26, 7, tzinfo=UTC)} <= set(stops)
    assert sorted(took)[len(took) // 2] < A_DAY_TAKES


async def test_a_time_that_waits_for_an_answer_is_on_the_list_and_stopped_at(city: City) -> None:
    await city.coordinator.schedules_meeting(await contract_of(city, city.maleri))
    await contract_of(city, city.park, number="KS 2026/18", title="Parkskötsel")
    await city.maleri.presses("Föreslå annan tid")
    await city.maleri.says("Fredag 11/12 kl. 13")
    await city.park.says("/help")
    await city.park.presses_forged("mt:2")
    await city.park.says("Thursday 10 December at 10")
    waits = [one for one in await listed(city) if one[1].startswith("En föreslagen tid väntar på svar")]
    wednesday = datetime(2026, 11, 25, 7, tzinfo=UTC)
    assert [(at, to_whom) for at, _, to_whom in waits] == [(wednesday, "samordnaren"), (wednesday, "Karin Ek")]


async def test_what_is_asked_once_somebody_has_begun_is_on_the_list(city: City) -> None:
    begun = await has_somebody(city)
    await city.until(datetime(2027, 1, 22, 8, 0, tzinfo=UTC))
    assert (f"Placering {begun.code}: är det slut?", "Exempelmåleriet AB") in [line[1:] for line in await listed(city)]
    await city.until(ON_LAST_DAY)
    await city.maleri.presses("Ja, som planerat")
    await city.matcher_a.presses("Ja, det stämmer")
    await city.later(timedelta(minutes=1))
    asked = (f"Placering {begun.code}: hur gick det sedan?", "Anna Lind")
    assert [line[1:] for line in await listed(city)].count(asked) == 2


async def test_a_start_that_the_supplier_has_not_confirmed_is_on_the_list(city: City) -> None:
    await has_taken(city)
    await card_of(city.matcher_a)
    await city.matcher_a.says_begun()
    (begun,) = await placements(city)
    for day, asked in (
        ("2026-11-30 09:00", (f"Placering {begun.code}: har någon börjat hos er?", "Exempelmåleriet AB")),
        ("2026-12-07 09:30", (f"Placering {begun.code}: starten är inte bekräftad", "samordnaren")),
    ):
        assert asked in [line[1:] for line in await listed(city)]
        await city.until(at(day))
        assert asked not in [line[1:] for line in await listed(city)]
