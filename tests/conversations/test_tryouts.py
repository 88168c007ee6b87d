"""What was tried is noted in the chat, and what came of it is told beside the rest, with how many they are."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from domain.enough import ENOUGH
from domain.ledger_event import LedgerEvent
from domain.role import Role
from domain.slot import Trade
from handlers.tryouts.noting import FORM
from storage.people.person import Person
from storage.tryouts.tryout import Tryout
from tests.chat import Chat
from tests.city import City
from tests.contracts import MALERI, PARKER, has_contract
from tests.conversations.results import recorded
from tests.each import each
from tests.overview import has_offered

NOVEMBER = datetime(2026, 11, 10, 9, tzinfo=UTC)
WORDS = "Vi ringde före mötet"


@pytest.fixture
async def city(city: City) -> City:
    """Both suppliers have contracts."""
    await has_contract(city)
    await has_contract(city, PARKER, number="2026/2")
    return city


async def notes(karin: Chat) -> str:
    """A call to the painters."""
    await karin.opens(FORM, "Samtal", WORDS, "2 november 2026", "4", MALERI, "Klart")
    return await karin.presses("Spara")


async def test_what_was_tried_is_noted_told_beside_the_rest_and_read_by_matchers_alone_who_change_nothing(
    city: City, subtests: pytest.Subtests
) -> None:
    await has_offered(city, MALERI, places=2, offered_at=NOVEMBER)
    karin, anna = city.coordinator, city.matcher_a
    with each(subtests, "nothing yet"):
        assert "Här finns inget än. Prova" in await karin.says("/forsok")
        assert (await anna.says("/forsok")).endswith("Hur långt är det till målet? Tryck på /oversikt")
    card = await notes(karin)
    with each(subtests, "what was tried"):
        assert card.startswith("Sparat.\n\nSamtal från 2 november 2026\nVi ringde före mötet")
        assert "Följs i 4 veckor, till och med 29 november 2026" in card
    with each(subtests, "what came of it, with how many they are, and no claim of a cause"):
        assert "1 av 1 i försöket erbjöd något; av de övriga 0 av 1." in card
        assert "De är för få för att kunna säga något." in card
        assert "Siffrorna säger inte att försöket är orsaken." in card
        assert "till och med i dag" in card
    with each(subtests, "the ledger has it"):
        assert await recorded(city, LedgerEvent.TRYOUT_NOTED) == [f"call 2026-11-02 4 [1]: {WORDS}"]
    with each(subtests, "a matcher"):
        assert "1. Samtal, från 2 nov 2026 (pågår eller kommer)\nVi ringde före mötet" in await anna.says("/forsok")
        await anna.presses("Samtal")
        assert anna.buttons == ["1. Visa leverantörerna", "2. Till försöken"]
        assert (await anna.presses_forged("tyr:1")).startswith("Det finns inte")
        assert (await anna.presses_forged("tyn")).startswith("Det finns inte")
        assert await recorded(city, LedgerEvent.TRYOUT_REMOVED) == []
    with each(subtests, "a supplier"):
        await city.maleri.says("/hjalp")
        assert (await city.maleri.presses_forged("tyk:1:0")).startswith("Det finns inte")
        assert (await city.maleri.presses_forged("tyl:0")).startswith("Det finns inte")


async def test_suppliers_are_found_by_name_trade_or_area_and_ticked(city: City, subtests: pytest.Subtests) -> None:
    await city.person("Lo Berg", Role.SUPPLIER, company="Utan Avtal AB", trade=Trade.PAINTING)
    await has_offered(city, PARKER, places=1, offered_at=NOVEMBER)
    karin = city.coordinator
    await karin.opens(FORM, "3", WORDS, "1")
    with each(subtests, "another length than those is explained"):
        assert "Välj 4, 8 eller 12 veckor." in await karin.says("5")
    asked = await karin.says("8")
    with each(subtests, "those with a contract are offered, and nobody else"):
        assert "Valda: 0." in asked
        assert karin.buttons[:2] == [f"1. {MALERI}", f"2. {PARKER}"]
        assert "Klart" not in str(karin.buttons)
    for words, company in (("exempel", MALERI), ("park och mark", PARKER), ("centrum", PARKER)):
        with each(subtests, f"{words} finds {company}"):
            await karin.says(words)
            assert karin.buttons[:2] == [f"1. {company}", "2. Visa alla igen"]
    with each(subtests, "what fits nobody is explained, and all can be shown again"):
        assert "Jag hittar ingen leverantör" in await karin.says("Utan Avtal")
        await karin.presses("Visa alla igen")
        assert karin.buttons[1] == f"2. {PARKER}"
    with each(subtests, "all that a search finds at once, and one of them not"):
        await karin.says("ab")
        assert "Valda: 2 (Exempelmåleriet AB, Påhittade Parker AB)." in await karin.presses("Välj alla 2 som passar")
        assert "Valda: 1 (Påhittade Parker AB)." in await karin.presses(MALERI)
    with each(subtests, "the summary names them, and each answer can be changed"):
        assert "Leverantörer i försöket: 1\n– Påhittade Parker AB" in await karin.presses("Klart")
        await karin.presses("Ändra leverantörer")
        await karin.presses(MALERI)
        assert "Leverantörer i försöket: 2" in await karin.presses("Klart")


async def test_it_is_changed_and_removed_and_nothing_of_it_is_lost(city: City, subtests: pytest.Subtests) -> None:
    karin = city.coordinator
    await notes(karin)
    with each(subtests, "changed: all is filled in, and what it said stays in the ledger"):
        checked = await karin.presses("Ändra")
        assert checked.startswith("Ska det stå så här i stället?\nSamtal från 2 november 2026")
        await karin.presses("Ändra text")
        await karin.says("Vi ringde veckan efter")
        assert (await karin.presses("Spara")).startswith("Ändrat.")
        (told,) = await recorded(city, LedgerEvent.TRYOUT_CHANGED)
        assert told.endswith(f"Vi ringde veckan efter (was call 2026-11-02 4 [1]: {WORDS})")
    with each(subtests, "with whom, and from there to the supplier"):
        assert (await karin.presses("Visa leverantörerna")).endswith(f"1. {MALERI}")
        assert (await karin.presses(MALERI)).startswith(MALERI)
    await karin.says("/forsok")
    await karin.presses("Samtal")
    with each(subtests, "removed from the list, with a way back"):
        assert (await karin.presses("Ta bort")).startswith("Försöket är borttaget ur listan.")
        undo = karin.data("Ångra")
        assert "Här finns inget än" in await karin.presses("Till försöken")
        assert (await karin.presses_forged(undo)).startswith("Försöket är tillbaka.")
    with each(subtests, "whoever had the form open when it was removed hears so"):
        await karin.presses("Ändra")
        remove = undo.replace("tyu", "tyr")
        await karin.presses_forged(remove)
        assert (await karin.presses("Spara")).startswith("Försöket är redan borttaget")
    with each(subtests, "a name's number is refused, as everywhere"):
        await karin.presses_forged("tyn")
        await karin.presses("Besök")
        assert "personnummer" in await karin.says("Vi talade med 19811218-9876")


async def test_once_its_time_is_over_whoever_noted_it_hears_how_it_went_once(
    city: City, subtests: pytest.Subtests
) -> None:
    for number in range(ENOUGH):
        for group in ("Prövade", "Övriga"):
            await has_contract(city, f"{group} {number} AB", number=f"{group}/{number}")
    karin = city.coordinator
    await karin.opens(FORM, "Besök", WORDS, "25 november", "4", "prövade")
    await karin.presses("Välj alla 10 som passar")
    await karin.presses("Klart")
    with each(subtests, "before it begins it is said when it can be counted"):
        card = await karin.presses("Spara")
        assert "Försöket har inte börjat än. Jag räknar från 25 november 2026." in card
        assert "När tiden är över får Karin Ek veta hur det blev." in card
    for number in range(5):
        at = datetime(2026, 12, 22, 22, 59, tzinfo=UTC)  # the last minute of the last day
        await has_offered(city, f"Prövade {number} AB", places=1, offered_at=at)
    await has_offered(city, "Prövade 0 AB", places=1, offered_at=datetime(2026, 11, 24, 22, 59, tzinfo=UTC))
    await has_offered(city, "Övriga 0 AB", places=1, offered_at=datetime(2026, 11, 24, 23, 0, tzinfo=UTC))
    await has_offered(city, "Övriga 1 AB", places=1, offered_at=datetime(2026, 12, 22, 23, 0, tzinfo=UTC))
    await city.until(datetime(2026, 12, 22, 12, 0, tzinfo=UTC))
    with each(subtests, "nothing before the first working day after it opens"):
        assert over(karin) == []
    await city.until(datetime(2026, 12, 23, 7, 1, tzinfo=UTC))
    await city.later(timedelta(days=1))
    with each(subtests, "once, with all that was offered on its days"):
        (told,) = over(karin)
        assert "5 av 10 i försöket erbjöd något; av de övriga 1 av 12." in told
        assert "Innan, lika lång tid: 1 av de 10 i försöket som hade avtal då erbjöd något, 1 erbjudande." in told
        assert "för få" not in told
        assert "inte att försöket är orsaken" in told
        assert "Räknat: 28 dagar, till och med 22 december 2026." in told
    with each(subtests, "nobody else hears of it"):
        assert over(city.matcher_a) == []


async def test_a_removed_one_is_told_of_to_nobody_and_one_whose_noter_is_not_there_to_whoever_leads(
    city: City, subtests: pytest.Subtests
) -> None:
    karin = city.coordinator
    kim = await city.person("Kim Berg", Role.COORDINATOR)
    await notes(karin)
    await notes(karin)
    await karin.presses("Ta bort")
    await karins(city, unreachable_at=city.clock.now())
    await city.until(datetime(2026, 11, 30, 18, 0, tzinfo=UTC))
    with each(subtests, "nothing in the evening, after a day on which the bot was down"):
        assert over(kim) == []
    await city.until(datetime(2026, 12, 1, 7, 1, tzinfo=UTC))
    with each(subtests, "one of the two, to whoever leads beside her"):
        (told,) = over(kim)
        assert told.startswith("Till Karin Ek, som inte kan ta emot det just nu.\n\nFörsöket är över\nSamtal")
        assert over(karin) == []
    await karins(city, unreachable_at=None, role=Role.READER)
    async with city.database.write() as session:
        await session.execute(update(Tryout).where(Tryout.id == 1).values(weeks=5, next_at=city.clock.now()))
    await city.until(datetime(2026, 12, 7, 7, 1, tzinfo=UTC))
    with each(subtests, "what she may not see any more she isn't told; watched for longer, it is told of again"):
        assert len(over(kim)) == 2
        assert over(karin) == []


async def karins(city: City, **values: Any) -> None:
    """Let what is kept of the coordinator be as told."""
    async with city.database.write() as session:
        await session.execute(update(Person).where(Person.name == "Karin Ek").values(**values))


def over(chat: Chat) -> list[str]:
    """What has been said of tryouts whose time is over."""
    return [message.words for message in chat.received if "Försöket är över" in message.words]
