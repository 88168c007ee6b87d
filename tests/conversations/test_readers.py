"""Readers see how it goes and what is promised, change nothing, are asked nothing, and hear once a month."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from domain.obligation import ObligationKind, ObligationStatus
from domain.role import Role
from domain.slot import SlotKind
from storage.conversation import Conversation
from storage.outbox import OutboxRow
from storage.people.person import Person
from tests.chat import Chat
from tests.city import City
from tests.contracts import PARKER, has_contract
from tests.conversations.people import card_of, code_in, said
from tests.conversations.unmet import MIRA
from tests.each import each
from tests.obligations import has_obligation
from tests.overview import has_offered

FIRST_WORKING_DAY = datetime(2026, 12, 1, 7, 5, tzinfo=UTC)
"""A little after opening."""

AGREED = "Mira visar runt eleverna i vår verkstad"


async def a_reader(city: City) -> Chat:
    return await city.person("Stina Strid", Role.READER)


def letters(chat: Chat) -> list[str]:
    """The monthly letters that have come."""
    return [message.words for message in chat.received if message.words.startswith("Så gick")]


async def test_a_reader_is_invited_in_chat_joins_and_is_asked_nothing(city: City, subtests: pytest.Subtests) -> None:
    karin, stina = city.coordinator, city.stranger()
    await karin.says("/bjudin")
    await karin.presses("Läsare")
    await karin.says("Stina Strid")
    await karin.presses("Skapa inbjudan")
    welcome = await stina.says(f"/start {code_in(said(karin, 'Inbjudan till Stina Strid'))}")
    with each(subtests, "the welcome says what there is to see, and asks for no phone"):
        assert welcome.startswith("Välkommen, Stina Strid!")
        assert {"/oversikt", "/avtal"} <= set(welcome.replace(":", " ").split())
        assert "/bjudin" not in welcome
        assert stina.buttons == []
    with each(subtests, "menu and help name what she has, and nothing else"):
        helped = await stina.says("/hjalp")
        assert "/avtal – se vad som är lovat i avtalen" in helped
        assert not {"borta", "platser", "bjudin", "leverantorer"} & {command for command, _ in stina.phone.commands}
    with each(subtests, "other commands are refused kindly"):
        assert "som läsare" in await stina.says("/platser")
        assert "läsare" in await stina.says("/borta")
    with each(subtests, "what is kept of her is her name alone"):
        kept = await stina.says("/integritet")
        assert not {"mejl med knappen", "när du är borta"} & set(kept.split("\n"))
        assert "om du vill ha månadsbrevet" in kept
        assert stina.buttons == []
    with each(subtests, "nobody stands in for her, and her access can be ended"):
        card = await card_of(karin, "Stina Strid")
        assert "Ersättare" not in card
        assert [label for label in karin.buttons if "frånvaro" in label or "ersättare" in label] == []
        await karin.presses("Avsluta tillgång")
        await karin.presses("Avsluta tillgång")
        assert stina.last_text.startswith("Hej då") or "tillgång" in stina.last_text


async def test_a_reader_reads_how_far_each_promise_is_and_nothing_of_people_or_their_words(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_contract(city, PARKER, number="2026/2")
    await has_obligation(city, contract, ObligationKind.PLAN, date(2026, 11, 20), status=ObligationStatus.FULFILLED)
    await has_obligation(city, contract, ObligationKind.ACTION, date(2026, 11, 20), title=AGREED)
    await has_obligation(city, contract, ObligationKind.ACTION, date(2026, 11, 27), key="city", is_for_city=True)
    await has_obligation(city, contract, ObligationKind.FOLLOW_UP, date(2027, 3, 18))
    stina = await a_reader(city)
    assert (await stina.says("/avtal")).startswith("Avtal (2)")
    assert "Avtal som passar ”maleri” (1)" in await stina.says("/avtal maleri")
    card = await stina.presses("2026/1")
    assert "Leverantör: Exempelmåleriet AB" in card
    assert (
        "– Överenskommen åtgärd, 20 november 2026: väntar på leverantörens svar\n"
        "– Överenskommen åtgärd, 27 november 2026: väntar på kommunen\n"
        "– Avstämning, 18 mars 2027: framöver\n"
        "– Plan för erbjudanden, 20 november 2026: klart" in card
    )
    sent = await city.asks(lambda session: session.scalar(select(OutboxRow.content).order_by(OutboxRow.id.desc())))
    assert not [private for private in (*MIRA, AGREED, "040-628", "@example") if private in str(sent)]
    assert stina.buttons == ["1. Till listan"]
    assert "Avtal som passar" in await stina.presses("Till listan")


async def test_the_monthly_letter_comes_once_on_the_first_working_day_also_after_an_outage(city: City) -> None:
    stina, late = await a_reader(city), await city.person("Sven Sen", Role.READER)
    await city.until(FIRST_WORKING_DAY - timedelta(minutes=10))
    assert letters(stina) == []
    joined = update(Person).where(Person.name == "Sven Sen").values(joined_at=FIRST_WORKING_DAY)
    async with city.database.write() as session:
        await session.execute(joined)
    await city.until(FIRST_WORKING_DAY + timedelta(days=2))
    (letter,) = letters(stina)
    assert letter.startswith("Så gick november 2026\n0 invånare har börjat 2026")
    assert "Väntar: 0 lediga platser" in letter
    assert stina.buttons == ["1. Till översikten", "2. Stäng av månadsbrevet"]
    assert letters(late) == []
    await city.later(timedelta(days=1))
    assert len(letters(stina)) == 1
    await city.until(datetime(2027, 1, 5, 9, tzinfo=UTC))
    assert letters(stina)[1:] == letters(late)
    assert "Året är slut." in letters(stina)[1]


async def test_the_monthly_letter_is_turned_off_under_it_and_on_again_in_the_overview(city: City) -> None:
    stina = await a_reader(city)
    november = datetime(2026, 11, 20, 9, tzinfo=UTC)
    await has_offered(city, "Golv & Vägg AB", places=20, kind=SlotKind.STUDY_VISIT, offered_at=november)
    await has_offered(city, "Golv & Vägg AB", places=3, offered_at=november)
    await city.until(FIRST_WORKING_DAY)
    assert "Nytt i månaden: 3 erbjudna platser" in letters(stina)[0], "the seats at a visit are none"
    assert (await stina.presses("Stäng av månadsbrevet")).startswith("Månadsbrevet är avstängt.")
    await city.until(datetime(2027, 1, 5, 9, tzinfo=UTC))
    assert len(letters(stina)) == 1
    await stina.says("/oversikt")
    assert (await stina.presses("Månadsbrev")).startswith("Månadsbrevet är avstängt.")
    assert (await stina.presses("Slå på")).startswith("Du får ett månadsbrev.")
    await city.until(datetime(2027, 1, 5, 12, tzinfo=UTC))
    assert len(letters(stina)) == 2


async def test_whatever_a_reader_writes_is_answered_and_begins_nothing(city: City, subtests: pytest.Subtests) -> None:
    stina = await a_reader(city)
    for text in ("hej", "vi kan ta emot en praktikant", "5", "jag är borta", "rapportera", "2026/1", "vad händer nu?"):
        with each(subtests, text):
            answered = await stina.says(text)
            assert answered
            assert "fel" not in answered.split()
    flows = await city.asks(lambda session: session.scalars(select(Conversation.flow)))
    assert [flow for flow in flows if flow is not None] == []
