"""A coordinator sends a file with contracts: what it would do is shown, and done when they say so."""

from sqlalchemy import select

from storage.contract import Contract
from storage.obligation import Obligation
from tests.city import City
from tests.importing.sheets import csv, hands_over

PAINTING = "Exempelmåleriet AB;556016-0680;Måleri;Centrum;UH-2026-17;Måleritjänster;1 000 000,00;2026-12-01;2028-11-30;dialogkrav;;;;Mira Holm;mira@x.example;042-10 00 00;Nils Ask;;"


async def contracts(city: City) -> list[Contract]:
    async with city.database.read() as session:
        return list((await session.scalars(select(Contract).order_by(Contract.id))).all())


async def test_thin(city: City) -> None:
    text = await hands_over(city.coordinator, csv(PAINTING))
    print(text, city.coordinator.buttons)
    text = await city.coordinator.presses("Ta in alla")
    print(text)
    async with city.database.read() as session:
        obligations = list((await session.scalars(select(Obligation))).all())
    print([(o.key, o.due_on, o.status, o.next_at) for o in obligations])
    text = await hands_over(city.coordinator, csv(PAINTING))
    print(text, city.coordinator.buttons)
    print(await city.coordinator.says("/importera"))
    print(await hands_over(city.coordinator, csv("x;1;2;;;;;3")))
    print(await hands_over(city.coordinator, b"%PDF"))
    print(await hands_over(city.coordinator, b"a;b;c\n1;2;3"))
    assert 0
