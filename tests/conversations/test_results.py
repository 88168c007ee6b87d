"""What came from elsewhere is entered as what it is, corrected in the open, and small numbers stay with matchers."""

import pytest
from sqlalchemy import select

from domain.evaluation import Verdict
from domain.ledger_event import LedgerEvent
from domain.role import Role
from domain.slot import SlotKind
from storage.placements.evaluation import Evaluation
from storage.results import earlier_result
from storage.results.earlier_result import EarlierResult
from tests.chat import Chat
from tests.city import City
from tests.conversations.results import enters, recorded, sees_results
from tests.each import each
from tests.placements import has_somebody


async def test_an_earlier_result_is_entered_listed_corrected_and_taken_away_in_the_open(
    city: City, subtests: pytest.Subtests
) -> None:
    karin = city.coordinator
    with each(subtests, "nothing is there yet, and a supplier is not told of results"):
        assert (await sees_results(karin)).startswith("Resultat 2026\n0 personer har fått praktik")
        assert "Praktikplatser" not in await city.maleri.says("/resultat")
        assert "Resultat och program" not in " ".join(city.maleri.buttons)
    with each(subtests, "a supplier that is new is asked about; the rest is pressed or typed"):
        assert "Vilken leverantör" in await karin.presses("Ange tidigare resultat")
        assert "Ny leverantör: Caverion. Stämmer det?" in await karin.says("Caverion")
        await karin.presses("Ja, det är en ny leverantör")
        await karin.presses("Praktikplats")
        await karin.says("3")
        assert "med fyra siffror" in await karin.says("1873")
        await karin.says("2025")
        checked = await karin.says("Redovisning 2025")
        assert checked.startswith("Ska jag spara det här?\nLeverantör: Caverion (ny)\nPraktikplats: 3\nÅr: 2025")
        saved = await karin.presses("Spara")
        assert saved.startswith(
            "Sparat.\n\nResultat 2025\n3 personer har fått praktik, lärlingsplats eller anställning"
        )
        assert "\n\nPraktikplatser: 3 (varav 3 utanför Steget)" in saved
    with each(subtests, "who gave something that nobody has counted is listed, and adds nothing"):
        await karin.presses("Ange tidigare resultat")
        await karin.presses("Caverion")
        await karin.presses("Studiebesök")
        await karin.presses("Inte räknat")
        await karin.presses("2026")
        await karin.says("Redovisning 2026")
        assert "Studiebesök: 0" in await karin.presses("Spara")
        listed = await karin.presses("Tidigare resultat")
        assert "1. 2026 · Caverion\nStudiebesök, inte räknat" in listed
        assert "2. 2025 · Caverion\nPraktikplatser: 3" in listed
    with each(subtests, "a matcher sees them, and corrects none"):
        await sees_results(city.matcher_a)
        assert "Ange tidigare resultat" not in " ".join(city.matcher_a.buttons)
        await city.matcher_a.presses("Tidigare resultat")
        assert "Källa: Redovisning 2025\nAngivet av Karin Ek" in await city.matcher_a.presses("2025 · Caverion")
        assert "Rätta" not in " ".join(city.matcher_a.buttons)
    with each(subtests, "it is corrected by another row, and the log has both"):
        await begins_to_correct(karin, "2025 · Caverion", "2")
        assert "Praktikplatser: 2 (varav 2" in await karin.presses("Spara")
        assert await recorded(city, LedgerEvent.EARLIER_RESULT_CORRECTED) == [
            "earlier_result:3 2025 internship 2: Redovisning 2025 (2025 internship 3: Redovisning 2025)"
        ]
    with each(subtests, "where it was a mistake it counts no more, and no row is gone"):
        await begins_to_correct(karin, "2025 · Caverion", "0")
        assert "Praktikplatser: 0" in await karin.presses("Spara")
        rows = await city.asks(lambda session: session.scalars(select(EarlierResult).order_by(EarlierResult.id)))
        assert [row.number for row in rows] == [3, None, 2, 0]
        assert await city.asks(lambda session: earlier_result.count_by_kind(session, 2025)) == {}
        assert "2025" not in await karin.presses("Tidigare resultat")


async def begins_to_correct(chat: Chat, named: str, number: str) -> None:
    """All but the last press."""
    await sees_results(chat)
    await chat.presses("Tidigare resultat")
    await chat.presses(named)
    assert "Ska det stå så här i stället?" in await chat.presses("Rätta")
    await chat.presses("Ändra antal")
    await chat.says(number)


async def test_what_was_corrected_meanwhile_is_not_corrected_again(city: City) -> None:
    others = await city.person("Olle Berg", Role.COORDINATOR)
    await enters(city, SlotKind.APPRENTICESHIP, 7)
    for chat in (city.coordinator, others):
        await begins_to_correct(chat, "2026 · Exempelmåleriet AB", "5")
    await city.coordinator.presses("Spara")
    assert (await others.presses("Spara")).startswith("Det har redan rättats.")
    counted = await city.asks(lambda session: earlier_result.count_by_kind(session, 2026))
    assert counted == {SlotKind.APPRENTICESHIP: 5}


async def test_residents_are_counted_once_and_what_suppliers_say_is_told_from_five_answers_on(city: City) -> None:
    await enters(city, SlotKind.APPRENTICESHIP, 7)
    await enters(city, SlotKind.MENTOR, 2)
    for number in range(5):
        told = await sees_results(city.coordinator)
        assert "Skulle ta emot igen" not in told, number
        begun = await has_somebody(city, is_new_resident=number > 1)
        async with city.database.write() as session:
            verdicts = {"again": Verdict.PARTLY if number else Verdict.YES}
            at = city.clock.now()
            session.add(Evaluation(placement_id=begun.id, person_id=1, verdicts=verdicts, asked_at=at, said_at=at))
    told = await sees_results(city.coordinator)
    assert "Resultat 2026\n10 personer har fått praktik, lärlingsplats" in told
    assert "Praktikplatser: 5\nLärlingsplatser: 7 (varav 7 utanför Steget)" in told
    assert "Dessutom:\nYrkesmentorer: 2" in told
    assert "Skulle ta emot igen, säger leverantörerna: ja 1 · kanske 4 · nej 0" in told
    assert "Skulle ta emot igen" not in await city.coordinator.presses("2025")


async def test_small_numbers_of_programmes_stay_with_matchers_and_no_sum_gives_them_away(
    city: City, subtests: pytest.Subtests
) -> None:
    for month, number in (("november", "4"), ("oktober", "12")):
        await counts(city, month, "Lärlingsspåret", number)
    seen = await counts(city, "november", "OSA", "5")
    with each(subtests, "matchers see all of it"):
        assert seen.startswith("Sparat.")
        assert "Lärlingsspåret: okt 2026: 12 · nov 2026: 4\nOSA, skyddad anställning: nov 2026: 5" in seen
    with each(subtests, "others see from five up, and nothing that it could be reckoned from"):
        told = await sees_results(city.coordinator)
        assert "Lärlingsspåret: okt 2026: 12 · nov 2026: färre än 5" in told
        assert "OSA, skyddad anställning: nov 2026: 5" in told
        assert not {"16", "21"} & set(told.replace(".", " ").split())
        assert "Ange antal i program" not in " ".join(city.coordinator.buttons)
    with each(subtests, "entered again it replaces what was there, and the log tells no number"):
        await counts(city, "november", "Lärlingsspåret", "6")
        assert "okt 2026: 12 · nov 2026: 6" in await sees_results(city.coordinator)
        assert await recorded(city, LedgerEvent.PROGRAMME_COUNTED) == [
            "2026-11 apprentice",
            "2026-10 apprentice",
            "2026-11 osa",
            "2026-11 apprentice",
        ]


async def counts(city: City, month: str, programme: str, number: str) -> str:
    """The matcher enters a number, by presses."""
    await sees_results(city.matcher_a)
    await city.matcher_a.presses("Ange antal i program")
    await city.matcher_a.presses({"november": "nov 2026", "oktober": "okt 2026"}[month])
    await city.matcher_a.presses(programme)
    return await city.matcher_a.says(number)
