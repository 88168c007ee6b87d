"""/upphandlingar: where it pays to ask, what people decide, and how that comes back with the contract."""

import pytest

from tests.city import City
from tests.procurements import has_presented

PAINTING, TRAINING, FLOWERS, FENCING = "Måleritjänster", "Ledarskapsutbildning", "Snittblommor", "Stängsel"


async def test_the_presentations_four_are_ranked_and_explained(city: City, subtests: pytest.Subtests) -> None:
    await has_presented(city)
    karin = city.coordinator
    print(await karin.says("/upphandlingar"), karin.buttons)
    for title in (PAINTING, TRAINING, FLOWERS, FENCING):
        print(await karin.presses(title), karin.buttons)
        await karin.presses("Till listan")
    await karin.presses(PAINTING)
    print(await karin.presses("Besluta"), karin.buttons)
    print(await karin.presses("Antal"), karin.buttons)
    print(await karin.presses("Klart"), karin.buttons)
    print(await karin.says("Vi har målare som tar emot."), karin.buttons)
    print(await karin.presses("Besluta"), karin.buttons)
    print(await karin.presses("Till listan"), karin.buttons)
    assert 0
