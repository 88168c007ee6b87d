"""Three placements of one resident: nothing that the supplier can see tells that they are one."""

import re

from sqlalchemy import select, update

from handlers.doorways import PLACEMENT, PROPOSE
from messages.button import data
from storage.ledger import LedgerRow, LedgerText
from storage.placements.placement import Placement
from storage.slots.slot import Slot
from tests.chat import Chat
from tests.city import City
from tests.contracts import a_contract
from tests.everything import on_both_in_soak
from tests.placements import joined_with, morning, placements
from tests.wishes import has_wish, turns_wishes_on

AREAS = ("Centrum", "Hamnen", "Söder", "Norr")
OWN, OTHERS = "QQWWQQWW", "JKLMNPQR"
"""The codes of two wishes: the first three placements are one resident's, the fourth is somebody else's."""


async def offers_under_two_contracts(city: City) -> None:
    """Four places of the painters', the first and the last two under one contract, the second under another."""
    for area in AREAS:
        await city.maleri.reports_internship(places=1, area=area)
    one, other = [await a_contract(city, number) for number in ("UH-2026-17", "UH-2026-18")]
    async with city.database.write() as session:
        await session.execute(update(Slot).values(contract_id=one.id))
        await session.execute(update(Slot).where(Slot.area == "Hamnen").values(contract_id=other.id))


async def is_placed(city: City, place: int, wish_id: int) -> Placement:
    """Somebody is proposed for the wish, met, and begins; the supplier says all that is its to say."""
    anna, mira, slot = city.matcher_a, city.maleri, (await city.slots())[place]
    await anna.presses_forged(data(PROPOSE, slot.id, slot.revision, wish_id))
    for press in ("Som erbjudet", "Som erbjudet", "Heltid", "Skicka"):
        await anna.presses(press)
    placement = (await placements(city))[-1]
    await mira.presses("Vi vill träffas")
    await anna.presses("Har börjat")
    await anna.presses("I dag")
    await mira.presses("Ja")
    return placement


async def leaves(city: City, placement: Placement) -> None:
    """Both say that it has ended, and the supplier looks at its card."""
    await city.maleri.presses_forged(data(PLACEMENT, placement.id))
    for press in ("Avsluta placering", "Vi har anställt personen"):
        await city.maleri.presses(press)
    await city.matcher_a.presses("Ja, det stämmer")


def seen_of(chat: Chat, placement: Placement, area: str) -> set[str]:
    """Every word, number, and what buttons carry, in whatever names the placement or the place that it is in."""
    about = [each for each in chat.received if placement.code in each.words or area in each.words]
    words = {word for each in about for word in re.findall(r"[\w-]+", each.words)}
    buttons = [button for each in about for row in each.buttons for button in row]
    return words | {part for button in buttons for part in (button.text, button.data or "", *_parts(button.data))}


def _parts(carried: str | None) -> list[str]:
    return [f"part {place}: {part}" for place, part in enumerate((carried or "").split(":"))]


async def recorded_of(city: City, placement_id: int) -> list[tuple[str, str]]:
    """What the ledger tells of it."""
    told = select(LedgerRow.event, LedgerText.content).join(LedgerText, LedgerText.ledger_id == LedgerRow.id)
    of_it = told.where(LedgerRow.about == f"placement:{placement_id}").order_by(LedgerRow.id)
    rows = await city.asks(lambda session: session.execute(of_it))
    return [(event, content) for event, content in rows]


@on_both_in_soak
async def test_three_placements_of_one_resident_have_no_more_in_common_than_those_of_two(city: City) -> None:
    await turns_wishes_on(city)
    own, others = [await has_wish(city, 3, code=code) for code in (OWN, OTHERS)]
    await offers_under_two_contracts(city)
    for place, wish_id in enumerate((own, own, own, others)):
        placement = await is_placed(city, place, wish_id)
        await leaves(city, placement)
    every = await placements(city)
    assert await joined_with(city, own) == [1, 2, 3]
    assert [each.is_new_resident for each in every] == [True, False, False, True], "and yet they are counted as one"
    await city.until(morning("2026-12-21"))
    await city.maleri.says("/platser")
    await city.maleri.says("/avtal")
    for placement in every:
        await city.maleri.presses_forged(data(PLACEMENT, placement.id))
    seen = [seen_of(city.maleri, each, area) for each, area in zip(every, AREAS, strict=True)]
    in_all_three = set.intersection(*seen[:3])
    assert in_all_three - seen[3] == set(), "common to one resident's three, and not to somebody else's"
    assert not any(code in word for words in seen for word in words for code in (OWN, OTHERS))
    recorded = [await recorded_of(city, each.id) for each in every]
    told = [
        # What Telegram accepts at the same time it may tell in any order.
        sorted((event, text.replace(each.code, "code").replace(area, "area")) for event, text in lines)
        for each, area, lines in zip(every, AREAS, recorded, strict=True)
    ]
    # The first one's end is the first of its day, and brings the day's evaluation, whoever it is about.
    assert told[1] == told[2] == told[3]
