"""Suppliers are asked whether they may be named: once a year at most, and who does not answer is not named."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from domain.ledger_event import LedgerEvent
from domain.naming import Naming
from domain.slot import SlotKind
from messages.button import data
from storage.council import naming
from storage.council.naming import NamingQuestion
from storage.ledger import LedgerRow
from storage.people.person import Person
from tests.city import City
from tests.council import enters, opens
from tests.documents import file_of, last_document, text_of
from tests.each import each

QUESTION = "Får Exempelstad nämna Exempelmåleriet AB?"


async def asks(city: City) -> str:
    """The coordinator has the question sent."""
    await opens(city.coordinator)
    await city.coordinator.presses("Fråga leverantörer om namn")
    return await city.coordinator.presses("Skicka frågan")


async def rows(city: City) -> list[NamingQuestion]:
    in_order = select(NamingQuestion).order_by(NamingQuestion.id)
    return list(await city.asks(lambda session: session.scalars(in_order)))


async def said_by(city: City) -> dict[int, Naming]:
    return await city.asks(lambda session: naming.may_be_named(session, [1, 2]))


async def page(city: City) -> str:
    """What the page says of who gave what."""
    await opens(city.coordinator)
    await city.coordinator.presses("Utkast (PDF)")
    return text_of(file_of(city, last_document(city.coordinator)))


async def test_a_supplier_is_asked_answers_and_changes_its_mind(city: City, subtests: pytest.Subtests) -> None:
    await enters(city, SlotKind.INTERNSHIP, 6)
    await enters(city, SlotKind.APPRENTICESHIP, 5, supplier_id=2)
    with each(subtests, "whom it would ask is told before"):
        await opens(city.coordinator)
        said = await city.coordinator.presses("Fråga leverantörer om namn")
        assert said.startswith(
            "Ska jag fråga 2 leverantörer om de får nämnas?\nExempelmåleriet AB\nPåhittade Parker AB\n"
        )
        assert QUESTION not in city.maleri.last_text
    with each(subtests, "who has not answered is not named"):
        sent = await city.coordinator.presses("Skicka frågan")
        assert sent.startswith("Frågan är skickad till Exempelmåleriet AB, Påhittade Parker AB.")
        assert city.maleri.last_text.startswith(QUESTION)
        assert "Svarar ni inte, nämner vi er inte." in city.maleri.last_text
        assert "May Exempelstad name Påhittade Parker AB?" in city.park.last_text
        assert await said_by(city) == {}
        assert "Exempelmåleriet" not in await page(city)
    with each(subtests, "a yes with numbers names it with them, and one alone without"):
        answered = await city.maleri.presses("Ja, med antal")
        assert answered.startswith("Tack för svaret! Exempelstad får nämna Exempelmåleriet AB, med antal från 5.")
        await city.park.presses("Yes, the name alone")
        assert await said_by(city) == {1: Naming.WITH_COUNTS, 2: Naming.BY_NAME}
        text = await page(city)
        assert "Exempelmåleriet AB (6)" in text
        assert "Påhittade Parker AB" in text
        assert "Påhittade Parker AB (" not in text
    with each(subtests, "it changes its mind under the same message, and what it said before is kept"):
        assert "Exempelstad nämner inte Exempelmåleriet AB." in await city.maleri.presses("Nej")
        assert await said_by(city) == {2: Naming.BY_NAME}
        assert "Exempelmåleriet" not in await page(city)
        assert [(row.supplier_id, row.answer) for row in await rows(city)] == [
            (1, Naming.WITH_COUNTS),
            (2, Naming.BY_NAME),
            (1, Naming.NOT),
        ]
    with each(subtests, "or from /integritet, where it stands what holds"):
        await city.maleri.says("/integritet")
        assert "Nu gäller: Nej" in await city.maleri.presses("Får kommunen nämna oss?")
        await city.maleri.presses("Ja, bara namnet")
        assert (await said_by(city))[1] is Naming.BY_NAME
    with each(subtests, "the same once more is no news"):
        before = len(await rows(city))
        await city.maleri.presses_forged(data("cow", list(Naming).index(Naming.BY_NAME)))
        assert len(await rows(city)) == before
    with each(subtests, "who has answered is not asked again"):
        await opens(city.coordinator)
        assert "Det finns ingen att fråga just nu." in await city.coordinator.presses("Fråga leverantörer om namn")
        assert "Har redan svarat: 2" in city.coordinator.last_text
    with each(subtests, "the ledger has who asked whom, and each answer"):
        events = (LedgerEvent.NAMING_ASKED, LedgerEvent.NAMING_ANSWERED)
        told = select(LedgerRow).where(LedgerRow.event.in_(events)).order_by(LedgerRow.id)
        recorded = await city.asks(lambda session: session.scalars(told))
        assert [(row.event, row.supplier_id) for row in recorded] == [
            (LedgerEvent.NAMING_ASKED, 1),
            (LedgerEvent.NAMING_ASKED, 2),
            (LedgerEvent.NAMING_ANSWERED, 1),
            (LedgerEvent.NAMING_ANSWERED, 2),
            (LedgerEvent.NAMING_ANSWERED, 1),
            (LedgerEvent.NAMING_ANSWERED, 1),
        ]


async def test_nobody_is_asked_twice_a_year_or_at_night_or_where_nobody_is(
    city: City, subtests: pytest.Subtests
) -> None:
    await city.maleri.reports_internship()
    await enters(city, SlotKind.INTERNSHIP, 6, supplier_id=2)
    async with city.database.write() as session:
        theirs = update(Person).where(Person.supplier_id == 2)
        await session.execute(theirs.values(unreachable_at=city.clock.now()))
    city.clock.advance(timedelta(hours=12))
    with each(subtests, "it waits for working hours, and who can't be reached is told of"):
        await opens(city.coordinator)
        said = await city.coordinator.presses("Fråga leverantörer om namn")
        assert "Har ingen som jag når: Påhittade Parker AB." in said
        sent = await city.coordinator.presses("Skicka frågan")
        assert sent.startswith("Frågan går till Exempelmåleriet AB när arbetsdagen börjar.")
        assert QUESTION not in city.maleri.last_text
        city.clock.advance(timedelta(hours=12))
        await city.settled()
        assert any(each.words.startswith(QUESTION) for each in city.maleri.received)
    with each(subtests, "not again within a year"):
        await opens(city.coordinator)
        assert "Frågade i år, inget svar än: Exempelmåleriet AB" in await city.coordinator.presses(
            "Fråga leverantörer om namn"
        )
        await city.coordinator.presses_forged(data("cos", 2026))
        assert len(await rows(city)) == 1
