"""The ways to contribute: in plain words, with examples from the city's own record, each one press from an offer."""

from datetime import date

import pytest

from domain.naming import Naming
from domain.role import Role
from domain.slot import SlotKind
from handlers.doorways import WAYS
from handlers.handling.work import Work
from storage.council import naming
from tests.city import City
from tests.contracts import MALERI, PARKER
from tests.conversations.results import enters
from tests.each import each
from tests.overview import has_offered


async def says_yes(city: City, supplier_id: int) -> None:
    """That supplier may be named."""

    async def act(work: Work) -> None:
        await naming.answer(work.session, supplier_id, Naming.BY_NAME, by=1, now=work.now)

    await city.does_work(act)


async def test_a_supplier_reads_the_six_ways_and_offers_one_by_one_press(city: City, subtests: pytest.Subtests) -> None:
    mira = city.maleri
    screen = await mira.says("/bidra")
    with each(subtests, "six ways: what it is, how much time, what it is not"):
        assert "4. Yrkesmentor\nNågon hos er ger råd till en person i samma yrke." in screen
        assert "Omkring 5 timmar i månaden är vanligt.\nPersonen arbetar inte hos er." in screen
        assert "6. Föreläsning" in screen
    with each(subtests, "without a record no example is made up"):
        assert "till exempel" not in screen
        assert "Under 20" not in screen
    with each(subtests, "who the programmes are for, without persons"):
        programmes = await mira.presses("Vem är programmen till för?")
        assert "bekräftas av handläggare" in programmes
        assert "Bara offentliga arbetsgivare" in programmes
    with each(subtests, "each leads to the report of its kind in one press"):
        await mira.presses("Alla sätt")
        mentor = await mira.presses("Yrkesmentor")
        assert "hjälp" not in mentor
        assert "letar efter någon som passar" in mentor
        asked = await mira.presses("Erbjud yrkesmentor")
        assert asked.startswith("Steg 2")
    with each(subtests, "nobody is sought for a lecture, to which a group comes"):
        await mira.says("/avbryt")
        await mira.says("/bidra")
        assert (await mira.presses("Föreläsning")).endswith("När ni har erbjudit det hör en matchare av sig till er.")


async def test_staff_read_them_without_a_button_to_offer_and_from_another_house_they_come_below(
    city: City, subtests: pytest.Subtests
) -> None:
    anna = city.matcher_a
    with each(subtests, "no offer is a matcher's"):
        assert (await anna.says("/bidra")).endswith("Tryck på ett sätt för att läsa mer.")
        await anna.presses("Lärlingsplats")
        assert anna.buttons == ["1. Vem är programmen till för?", "2. Alla sätt att bidra"]
    with each(subtests, "a supplier who wants to help in some way sees which there are"):
        said = await city.maleri.says("vi kan hjälpa till")
        assert said.startswith("Så bra!")
        before = len(city.maleri.received)
        assert (await city.maleri.presses("Se alla sätt")).startswith("Så kan ett företag bidra")
        assert len(city.maleri.received) == before + 1
    with each(subtests, "nothing for others"):
        stina = await city.person("Stina Strid", Role.READER)
        assert "läsare" in await stina.says("/bidra")
        assert (await stina.presses_forged(WAYS)).startswith("Det finns inte")


async def test_examples_are_told_as_far_as_no_resident_is_pointed_at(city: City, subtests: pytest.Subtests) -> None:
    await has_offered(city, MALERI, begun=3)
    await has_offered(city, PARKER, begun=1, kind=SlotKind.MENTOR, begun_on=date(2026, 5, 1))
    mira = city.maleri
    await has_offered(city, PARKER, begun=1, kind=SlotKind.MENTOR, begun_on=date(2025, 5, 1))
    await has_offered(city, PARKER, begun=1, kind=SlotKind.APPRENTICESHIP, begun_on=date(2025, 5, 1))
    with each(subtests, "last year's example where there is none of this year, and of no kind besides"):
        screen = await mira.says("/bidra")
        assert "Under 2025 har leverantörer tagit emot lärlingar." in screen
        assert screen.count("Under 2025") == 1
    with each(subtests, "few places: no number, no trade, no name without a yes"):
        screen = await mira.says("/bidra")
        assert "Under 2026 har leverantörer tagit emot praktikanter." in screen
        assert "Under 2026 har leverantörer ställt upp med yrkesmentorer." in screen
        assert MALERI not in screen
    await has_offered(city, PARKER, begun=2)
    await enters(city, SlotKind.LECTURE, 1)
    await says_yes(city, 2)
    with each(subtests, "five places: how many suppliers, in which trade, and those by name who have said yes"):
        screen = await mira.says("/bidra")
        assert f"Under 2026 har 2 leverantörer tagit emot praktikanter i måleri, till exempel {PARKER}." in screen
    with each(subtests, "nobody is a resident at a lecture, so its number is told"):
        assert "Under 2026 har 1 leverantör hållit föreläsningar." in screen
