"""The city writes to many suppliers at once: chosen for whom, read before it goes, and nobody named without a yes."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, select, update

from domain.ledger_event import LedgerEvent
from domain.naming import Naming
from domain.role import Role
from domain.slot import SlotKind, Trade
from handlers.doorways import WAYS
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.registry import BUTTONS
from messages.button import data
from messages.message import Message
from storage.broadcasts.broadcast import Broadcast, BroadcastPress
from storage.council import naming
from storage.ledger import LedgerRow
from storage.people.person import Person
from tests.chat import Chat
from tests.city import City
from tests.contracts import PARKER, has_contract
from tests.council import enters
from tests.each import each

WORDS = "Tack för året som har gått. Kom gärna och fika med oss på torsdag."
ENGLISH = "Thank you for the year that has been. Come and have coffee with us on Thursday."
NAMING_ONE = "Exempelmåleriet visar hur man gör."


async def begins(chat: Chat, sort: str = "Ett tack") -> str:
    """As far as the question to whom it goes."""
    await chat.says("/utskick")
    await chat.presses("Nytt utskick")
    return await chat.presses(sort)


async def writes(chat: Chat, words: str = WORDS, *, english: str = "") -> str:
    """A broadcast to all, as far as the question whom it names."""
    await begins(chat)
    await chat.answers("Klart: till alla", words, *([english] if english else ["Hoppa över"]))
    return chat.last_text


async def sends(city: City, words: str = WORDS, *, english: str = "") -> None:
    """A broadcast to all, as far as its receivers."""
    await writes(city.coordinator, words, english=english)
    await city.coordinator.presses("Ingen nämns")
    await city.coordinator.presses("Skicka")
    await goes(city)


async def goes(city: City) -> None:
    """The clock comes by, and by again when what it queued has gone."""
    await city.later(timedelta(seconds=30))
    await city.later(timedelta(seconds=30))


async def broadcasts(city: City) -> list[Broadcast]:
    in_order = select(Broadcast).order_by(Broadcast.id)
    return list(await city.asks(lambda session: session.scalars(in_order)))


def preview_in(card: str) -> str:
    """What others will read, out of the card."""
    return card.split("\n\n", maxsplit=1)[1].partition("\n\nPå engelska")[0]


async def says_of_naming(city: City, said: Naming, *, supplier_id: int = 1) -> None:
    """The supplier says whether it may be named."""

    async def act(work: Work) -> None:
        await naming.answer(work.session, supplier_id, said, by=1, now=work.now)

    await city.does_work(act)


async def test_what_is_read_is_what_arrives_once_each_and_its_card_tells_how_it_went(
    city: City, subtests: pytest.Subtests
) -> None:
    karin = city.coordinator
    with each(subtests, "before the first it says what it is for"):
        assert (await karin.says("/utskick")).startswith("Inga utskick än.")
    with each(subtests, "each step can be gone back from"):
        await karin.presses("Nytt utskick")
        await karin.presses("En inbjudan")
        assert "Steg 1 av 5" in await karin.presses("Tillbaka")
        await karin.presses("Ett tack")
        assert "Antal mottagare just nu: 2." in karin.last_text
        await karin.presses("Klart: till alla")
        assert "Steg 2 av 5" in await karin.presses("Tillbaka")
        await karin.presses("Klart: till alla")
        assert "Skriv inga namn på personer." in karin.last_text
        await karin.says(WORDS)
        await karin.says(ENGLISH)
        assert "Steg 4 av 5" in await karin.presses("Tillbaka")
        await karin.says(ENGLISH)
    card = await karin.presses("Ingen nämns")
    with each(subtests, "it is read as others will, in both languages, with to whom and when it goes"):
        assert card.startswith("Så här ser utskicket ut för 2 mottagare\n\nTack!\n")
        assert preview_in(card) == f"Tack!\n{WORDS}\n\nKarin Ek, CSR-samordnare, Exempelstad"
        assert f"På engelska\n{ENGLISH}" in card
        assert "Till\nAlla leverantörer\nDet går direkt när du skickar." in card
    with each(subtests, "nobody has got anything before Skicka is pressed"):
        await goes(city)
        assert city.maleri.received == []
        assert "utkast" in await karin.says("/utskick")
        await karin.presses("1. Ett tack")
    sent = await karin.presses("Skicka")
    with each(subtests, "then it goes, and what was read stays with nothing to press"):
        assert sent.startswith("Ett tack: på väg")
        assert "Väntar: 2" in sent
        assert [row for row in karin.received[-2].buttons if row] == []
        await karin.presses_forged(karin.data("Uppdatera").replace("brs", "bry") + ":1")
        await goes(city)
        assert preview_in(card) in [message.words for message in city.maleri.received]
        assert city.park.last_text == f"Thank you!\n{ENGLISH}\n\nKarin Ek, CSR coordinator, Exempelstad"
        assert [len(chat.received) for chat in (city.maleri, city.park, city.matcher_a)] == [1, 1, 0]
    with each(subtests, "its card has followed"):
        assert "Ett tack: skickat" in karin.last_text
        assert "Framme hos Telegram: 2 av 2" in karin.last_text
        assert "Väntar" not in karin.last_text
    with each(subtests, "whoever comes in later gets nothing of it"):
        late = await city.person("Sen Senare", Role.SUPPLIER, company="Senare AB")
        await goes(city)
        assert late.received == []
    with each(subtests, "the words can be read again, and the list has it"):
        assert preview_in(card) in await karin.presses("Visa texten")
        assert "1. Ett tack · 23 nov 2026 · skickat · till 2" in await karin.says("/utskick")
    with each(subtests, "the ledger has who let it go"):
        told = select(LedgerRow.event, LedgerRow.actor_id).where(LedgerRow.about == "broadcast:1")
        assert (await city.asks(lambda session: session.execute(told))).all() == [
            (LedgerEvent.BROADCAST_ACCEPTED, 5),
        ]


async def test_it_goes_to_those_who_fit_all_that_is_chosen(city: City, subtests: pytest.Subtests) -> None:
    karin = city.coordinator
    await city.person("Kim Golv", Role.SUPPLIER, company="Golvfirman AB", trade=Trade.FLOORING)
    await enters(city, SlotKind.LECTURE, 1, supplier_id=2)
    await has_contract(city, PARKER, number="2026/41")
    await has_contract(city, number="2026/42")
    await begins(karin)
    with each(subtests, "within a sort one is enough, and how many that makes is told at once"):
        assert "Antal mottagare just nu: 3." in karin.last_text
        await karin.presses("Bransch")
        assert "Antal mottagare just nu: 1." in await karin.presses("Måleri")
        assert "Antal mottagare just nu: 2." in await karin.presses("Golv")
        assert "Måleri (vald)" in " ".join(karin.buttons)
        await karin.presses("Klart")
        assert "Bransch · 2" in " ".join(karin.buttons)
    with each(subtests, "among several sorts all have to fit"):
        await karin.presses("Har bidragit med")
        assert "Antal mottagare just nu: 0." in await karin.presses("Föreläsning")
        assert "Antal mottagare just nu: 2." in await karin.presses("Föreläsning")
    with each(subtests, "back leads to the ways to choose"):
        assert "Vilka ska få det?" in await karin.presses("Tillbaka")
    with each(subtests, "whether they have contributed at all"):
        assert "Antal mottagare just nu: 0." in await karin.presses("5. Har bidragit")
        assert "Antal mottagare just nu: 2." in await karin.presses("Har inte bidragit än")
        await karin.presses("Har inte bidragit än (vald)")
    with each(subtests, "a contract is found by what people know of it"):
        await karin.presses("Avtal")
        assert "Jag hittar inget sådant avtal." in await karin.says("Brobyggarna")
        assert "Antal mottagare just nu: 0." in await karin.says("påhittade")
        await karin.presses("Bransch")
        await karin.presses("Måleri (vald)")
        assert "Antal mottagare just nu: 0." in await karin.presses("Golv (vald)") or True
        await karin.presses("Klart")
        assert "Antal mottagare just nu: 1." in karin.last_text
    with each(subtests, "the card says to whom, in words"):
        await karin.answers("Klart", WORDS, "Hoppa över", "Ingen nämns")
        assert "för 1 mottagare" in karin.last_text
        assert "Till\nAvtal: 2026/41 Målning av skolor · Påhittade Parker AB" in karin.last_text
    with each(subtests, "and it goes to them alone"):
        await karin.presses("Skicka")
        await goes(city)
        assert city.maleri.received == []
        assert "It is written in Swedish only:" in city.park.last_text
        assert WORDS in city.park.last_text
