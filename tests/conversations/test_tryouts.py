"""What was tried is noted in the chat, and what came of it is told beside the rest, with how many they are."""

from datetime import UTC, datetime

import pytest

from domain.ledger_event import LedgerEvent
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


async def notes(karin: Chat, *, on: str = "2 november 2026", weeks: str = "4 veckor") -> str:
    """A call to the painters, in the chat."""
    await karin.says("/forsok")
    await karin.presses("Anteckna ett försök")
    await karin.presses("Samtal")
    await karin.says(WORDS)
    await karin.says(on)
    await karin.presses(weeks)
    await karin.presses(MALERI)
    await karin.presses("Klart")
    return await karin.presses("Spara")


async def test_what_was_tried_is_noted_and_told_beside_the_rest(city: City, subtests: pytest.Subtests) -> None:
    await has_offered(city, MALERI, places=2, offered_at=NOVEMBER)
    karin = city.coordinator
    with each(subtests, "nothing yet"):
        assert "Här finns inget än. Prova" in await karin.says("/forsok")
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
