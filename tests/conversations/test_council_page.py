"""The council's page is drawn up from what is counted, read, approved by a person, and only then others get it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from domain.ledger_event import LedgerEvent
from domain.role import Role
from domain.slot import SlotKind
from messages.button import data
from storage.documents.document import Document
from storage.ledger import LedgerRow
from tests.chat import Chat
from tests.city import City
from tests.council import enters, opens
from tests.documents import claims, file_of, last_document, text_of
from tests.each import each
from tests.overview import has_goal
from tests.placements import has_begun, has_somebody


async def has_six(city: City, *, begun_on: date = date(2026, 11, 23)) -> None:
    """Six residents in six internships of one offer."""
    await has_somebody(city, places=7, is_new_resident=True, begun_on=begun_on)
    for _ in range(5):
        await has_begun(city, 1, is_new_resident=True, begun_on=begun_on)


async def approves(chat: Chat) -> str:
    await chat.presses("Godkänn")
    return await chat.presses("Ja, godkänn")


async def documents(city: City) -> list[Document]:
    return list(await city.asks(lambda session: session.scalars(select(Document).order_by(Document.id))))


async def happened(city: City, event: LedgerEvent) -> list[LedgerRow]:
    of_event = select(LedgerRow).where(LedgerRow.event == event).order_by(LedgerRow.id)
    return list(await city.asks(lambda session: session.scalars(of_event)))


async def a_year(city: City) -> None:
    """Six have begun, six more are entered from elsewhere, and a lecture that nobody has counted."""
    await has_goal(city, 40)
    await has_six(city)
    await enters(city, SlotKind.EMPLOYMENT, 6)
    await enters(city, SlotKind.LECTURE, None)


async def test_whoever_leads_sees_what_will_stand_there_and_reads_it_as_a_draft(
    city: City, subtests: pytest.Subtests
) -> None:
    karin, anna = city.coordinator, city.matcher_a
    lena = await city.person("Lena Falk", Role.READER)
    await a_year(city)
    with each(subtests, "it opens from the overview"):
        await karin.says("/oversikt")
        said = await karin.presses("Fullmäktigesidan 2026")
        assert said.startswith("Det här kommer att stå på fullmäktigesidan 2026\nLäget 23 november 2026.")
        assert "12 av 40. Bekräftade i Steget: 6 · Tidigare uppgifter: 6" in said
        assert "Per kvartal, sammanlagt: 0 · 0 · 0 · 6" in said
        assert "erbjudna: 7 · tagna: 7 · någon föreslagen: 6 · någon har börjat: 6 · avslutade" in said
        assert "Praktikplatser: 6\n" in said
        assert "Anställningar: 0 · tidigare 6" in said
        assert "Föreläsningar: 0 · tidigare, inte räknat" in said
        assert "Ingen leverantör får nämnas än.\nInte svarat, eller inte frågade än: 1. De nämns inte." in said
    with each(subtests, "nobody else draws it up, and there is nothing to be had yet"):
        for chat in (lena, anna):
            await chat.says("/oversikt")
            assert "Fullmäktigesidan" not in " ".join(chat.buttons)
            assert (await opens(chat)).startswith("Fullmäktigesidan 2026 är inte klar än")
            assert "Det här kommer att stå" not in await chat.presses_forged(data("con", 2026))
        assert "ullmäktigesidan" not in await opens(city.maleri)
        assert not await happened(city, LedgerEvent.DOCUMENT_ASKED)
    with each(subtests, "a draft says that it is one, and the same draft is made once"):
        await opens(karin)
        await karin.presses("Utkast (PDF)")
        draft = file_of(city, last_document(karin))
        assert last_document(karin).file_name == "Utkast-Resultatet-för-fullmäktige-2026.pdf"
        assert "Utkast. Inte godkänt att lämna ut." in text_of(draft)
        assert "12 av 40" in text_of(draft)
        await karin.presses("Utkast (HTML)")
        assert "Utkast. Inte godkänt" in file_of(city, last_document(karin)).decode()
        await karin.presses("Utkast (PDF)")
        assert file_of(city, last_document(karin)) == draft
        assert len(await documents(city)) == 2
    with each(subtests, "and nobody else gets it"):
        await anna.says("/sprak")
        await anna.presses_forged(data("cog", 1))
        assert not [each for each in anna.received if each.kind == "document"]


async def test_a_person_approves_it_and_only_then_others_get_it(city: City, subtests: pytest.Subtests) -> None:
    karin, anna = city.coordinator, city.matcher_a
    lena = await city.person("Lena Falk", Role.READER)
    await a_year(city)
    await opens(karin)
    with each(subtests, "a person approves it, by name"):
        assert "Ditt namn står på den." in await karin.presses("Godkänn")
        approved = await karin.presses("Ja, godkänn")
        assert approved.startswith("Godkänd: fullmäktigesidan 2026\nLäget 23 november 2026. Godkänd av Karin Ek")
        assert "Markera som diarieförd" in " ".join(karin.buttons)
        rows = await happened(city, LedgerEvent.DOCUMENT_APPROVED)
        assert [(row.actor_id, row.about) for row in rows] == [(5, "document:1"), (5, "document:2")]
    with each(subtests, "readers and staff get it from the overview, and the file is the same for all"):
        for chat in (lena, anna, karin):
            await chat.says("/oversikt")
            assert (await chat.presses("Fullmäktigesidan 2026")).startswith("Fullmäktigesidan 2026\n")
            await chat.presses("PDF")
        (final,) = {file_of(city, last_document(chat)) for chat in (lena, anna, karin)}
        assert "Godkänd av Karin Ek den 23 november 2026." in text_of(final)
        assert "Utkast" not in text_of(final)
        assert claims(final)["is_archival"]
        await opens(lena)
        await lena.presses("Webbsida (HTML)")
        assert file_of(city, last_document(lena)).startswith(b"<!DOCTYPE html>")
    with each(subtests, "a supplier gets none of it"):
        for forged in (data("cog", 1), data("cod", 2026, 0), data("coy", 2026, 1), data("cos", 2026)):
            await city.maleri.says("/sprak")
            await city.maleri.presses_forged(forged)
        assert not [each for each in city.maleri.received if each.kind == "document"]
        assert len(await documents(city)) == 2


async def test_what_has_changed_since_it_was_read_is_read_again_and_a_new_page_says_what_it_replaces(
    city: City, subtests: pytest.Subtests
) -> None:
    karin, olle = city.coordinator, await city.person("Olle Berg", Role.COORDINATOR)
    await opens(karin)
    await karin.presses("Godkänn")
    await enters(city, SlotKind.EMPLOYMENT, 6)
    with each(subtests, "what is approved is what was read"):
        said = await karin.presses("Ja, godkänn")
        assert said.startswith("Siffrorna har ändrats sedan du läste dem.")
        assert not await happened(city, LedgerEvent.DOCUMENT_APPROVED)
    with each(subtests, "whoever presses the same later approves nothing anew"):
        await opens(olle)
        await olle.presses("Godkänn")
        await approves(karin)
        assert (await olle.presses("Ja, godkänn")).startswith("Godkänd: fullmäktigesidan 2026")
        assert "Godkänd av Karin Ek" in olle.last_text
        assert len(await happened(city, LedgerEvent.DOCUMENT_APPROVED)) == 2
    with each(subtests, "a page drawn up anew says which it replaces, and the old one holds until then"):
        city.clock.advance(timedelta(days=3))
        await enters(city, SlotKind.EMPLOYMENT, 5)
        await opens(olle)
        said = await olle.presses("Ta fram den på nytt")
        assert "Sidan från 23 november 2026 är godkänd och gäller tills du godkänner en ny." in said
        assert "Tidigare uppgifter: 11" in said
        assert "Den ersätter sidan från 23 november 2026." in await approves(olle)
        await olle.presses("PDF")
        assert "Ersätter sidan från den 23 november 2026." in text_of(file_of(city, last_document(olle)))


async def test_small_numbers_stand_nowhere(city: City) -> None:
    """Two began: neither the two nor what they could be reckoned from."""
    await has_goal(city, 40)
    await has_somebody(city, places=6, is_new_resident=True, begun_on=date(2026, 7, 1))
    await has_begun(city, 1, is_new_resident=True)
    await enters(city, SlotKind.EMPLOYMENT, 6)
    said = await opens(city.coordinator)
    assert "Bekräftade i Steget: färre än 5 · Tidigare uppgifter: 6" in said
    assert "av 40" not in said
    assert "Per kvartal, sammanlagt: 0 · 0 · färre än 5 · färre än 5" in said
    assert "erbjudna: 6 · tagna: 6 · någon föreslagen: färre än 5 · någon har börjat: färre än 5" in said
    await city.coordinator.presses("Utkast (PDF)")
    text = text_of(file_of(city, last_document(city.coordinator)))
    assert "Färre än 5 är bekräftade i Steget, 6 kommer från tidigare uppgifter." in text
    assert "8 av 40" not in text
    kept = await city.asks(lambda session: session.scalar(select(Document.facts)))
    assert kept is not None
    assert kept["quarters"] == [0, 0, "few", "few"]


async def test_another_year_and_a_year_to_come(city: City) -> None:
    await city.coordinator.says("/hjalp")
    assert "fullmäktigesidan 2025" in await city.coordinator.presses_forged(data("cop", 2025))
    assert "fullmäktigesidan" not in await city.coordinator.presses_forged(data("cop", 2027))
