"""The city writes to many suppliers at once: who gets it, whom it names, and who doesn't want it."""

import pytest

from tests.city import City
from tests.each import each

WORDS = "Tack för året som har gått. Kom gärna och fika med oss på torsdag."


async def writes(city: City, sort: str = "Ett tack", words: str = WORDS) -> str:
    """A broadcast to all, with Swedish words alone and nobody named, as far as its preview."""
    karin = city.coordinator
    await karin.says("/utskick")
    await karin.presses("Nytt utskick")
    await karin.presses(sort)
    await karin.presses("Klart: till alla")
    await karin.says(words)
    await karin.presses("Hoppa över")
    return await karin.presses("Ingen nämns")


async def test_walk(city: City, subtests: pytest.Subtests) -> None:
    print(await writes(city))
    print(city.coordinator.buttons)
    print(await city.coordinator.presses("Skicka"))
    print(city.coordinator.buttons)
    print(await city.coordinator.presses("Uppdatera"))
    print(await city.coordinator.says("/utskick"))
    assert 0
