"""The dossier of a contract: all that is known of it, as a file that can be filed."""

import hashlib
from datetime import date, timedelta

from domain.language import Language
from domain.role import Role
from storage.documents import document
from storage.documents.document import Document
from tests.chat import Chat
from tests.city import City
from tests.documents import FILED, claims, file_of, last_document, rows_in, rows_under, text_of
from tests.meetings import OVER_AT, Held, a_meeting, adds, tells
from tests.placements import has_taken, placements, proposes
from tests.wishes import has_area, has_wish, turns_wishes_on


async def a_walk(city: City) -> Held:
    """A meeting whose summary is disputed, changed and confirmed, and an offer in which somebody is proposed."""
    meeting = await a_meeting(city, city.maleri, city.matcher_a)
    await city.until(OVER_AT)
    await tells(city.coordinator, who="Mira Holm", agreed="Vi provar i vår.", send=False)
    await city.coordinator.presses("Ändra det som ska göras")
    await adds(city.coordinator, "Föreslå en handledare")
    await city.coordinator.presses("Klart")
    await city.coordinator.presses("Skicka")
    await city.maleri.presses("Det stämmer inte riktigt")
    await city.maleri.says("Vi sa hösten.")
    await city.coordinator.presses("Rätta")
    await city.coordinator.presses("Ändra text")
    await city.coordinator.says("Vi provar i höst.")
    await city.coordinator.presses("Skicka")
    await city.maleri.presses("Bekräfta")
    await has_area(city)
    await turns_wishes_on(city)
    await has_wish(city, code="BCDFGH", from_on=date(2026, 11, 30))
    await has_taken(city)
    await proposes(city)
    await city.maleri.presses("Vi vill träffas")
    return meeting


async def asks_for_dossier(chat: Chat, number: str = "KS 2026/1") -> None:
    await chat.says("/avtal")
    await chat.presses(number)
    await chat.presses("Akt och dokument")
    await chat.presses("Gör en akt")


async def documents_of(city: City, contract_id: int) -> list[Document]:
    async with city.database.read() as session:
        found = await document.of_contract(session, contract_id, skip=0, at_most=10)
        return [whole for each in found if (whole := await document.whole(session, each.id)) is not None]


async def test_a_dossier_has_every_row_of_the_ledger_and_can_be_filed(city: City) -> None:
    meeting = await a_walk(city)
    await asks_for_dossier(city.coordinator)
    shown = last_document(city.coordinator)
    assert shown.words.startswith("Akt: KS 2026/1 Målning av skolor, Exempelmåleriet AB")
    assert shown.attachment["document"]["file_name"].startswith("Akt-2026-11-23-KS-2026-1")
    content = file_of(city, shown)
    assert claims(content) == FILED | {"title": "Akt: KS 2026/1 Målning av skolor"}
    (dossier, *_) = await documents_of(city, meeting.contract_id)
    counted = await city.asks(lambda session: rows_under(session, meeting.contract_id, before=dossier.id))
    assert rows_in(dossier.facts) == counted
    said = text_of(content)
    for words in (
        "Vi provar i vår.",
        "Vi provar i höst.",
        "Vi sa hösten.",
        "version 1 av 2",
        "version 2 av 2",
        "mottaget av Telegram",
        "Bekräftat 23 november 2026 av Mira Holm",
        "Sida 1 av",
        dossier.ledger_head,
        "steget verify",
    ):
        assert words in said
    await tells_nothing_of_a_resident_but_the_code(city, said, str(dossier.facts))


async def tells_nothing_of_a_resident_but_the_code(city: City, *told: str) -> None:
    assert any("Passar 1 av dina önskemål." in each.text for each in city.matcher_a.received)
    (placement,) = await placements(city)
    assert f"Placering {placement.code}" in told[0]
    assert "Orden är inte med här" in told[0], "what says how many wishes an offer fits is named, and no more"
    for each in told:
        assert [words for words in ("av dina önskemål", "BCDFGH", "is_new_resident") if words in each] == []


async def test_the_same_file_comes_again_from_the_list_and_its_number_can_be_corrected(city: City) -> None:
    meeting = await a_meeting(city, city.maleri)
    await asks_for_dossier(city.coordinator)
    first = file_of(city, last_document(city.coordinator))
    await city.coordinator.presses("Markera som diarieförd")
    assert city.coordinator.last_text.startswith("Vilket diarienummer har dokumentet fått?")
    await city.coordinator.says("KS 2026/14")
    assert city.coordinator.last_text.startswith("Diariefört: KS 2026/14")
    await city.coordinator.presses("Ändra numret")
    await city.coordinator.says("KS 2026/41")
    assert "Förut stod KS 2026/14. Det finns kvar i loggen." in city.coordinator.last_text
    await city.later(timedelta(days=1))
    await city.coordinator.says("/avtal")
    await city.coordinator.presses("KS 2026/1")
    await city.coordinator.presses("Akt och dokument")
    assert "1. Akt 23 november 2026, diariefört KS 2026/41" in city.coordinator.last_text
    await city.coordinator.presses("1. Akt")
    again = last_document(city.coordinator)
    assert "Diariefört: KS 2026/41" in again.words
    assert hashlib.sha256(file_of(city, again)).digest() == hashlib.sha256(first).digest()
    (kept,) = await documents_of(city, meeting.contract_id)
    assert kept.sha256 == hashlib.sha256(first).hexdigest()
    assert [row for row in await meeting.events() if row.startswith("document")] == [
        "document_asked",
        "document_made",
        "document_registered",
        "document_registered",
    ]


async def test_documents_are_for_those_who_lead(city: City) -> None:
    meeting = await a_meeting(city, city.maleri)
    await asks_for_dossier(city.coordinator)
    (kept,) = await documents_of(city, meeting.contract_id)
    reader = await city.person("Lena Ros", Role.READER)
    for chat in (city.maleri, city.park, city.matcher_a, reader):
        await chat.says("hej")
        for carried in (
            f"dos:{meeting.contract_id}",
            f"dol:{meeting.contract_id}:0",
            f"doa:{kept.id}",
            f"dor:{kept.id}",
        ):
            await chat.presses_forged(carried)
            assert chat.last_text.startswith(("Det finns inte längre", "It is no longer there")), carried
    assert len(await documents_of(city, meeting.contract_id)) == 1


async def test_a_dossier_is_in_the_citys_language_whoever_asks(city: City) -> None:
    await a_meeting(city, city.maleri)
    administrator = await city.person("Ada Berg", Role.ADMINISTRATOR, language=Language.ENGLISH)
    await administrator.says("/contracts")
    await administrator.presses("KS 2026/1")
    await administrator.presses("Dossier and documents")
    await administrator.presses("Make a dossier")
    shown = last_document(administrator)
    assert shown.words.startswith("Dossier: KS 2026/1")
    assert claims(file_of(city, shown))["language"] == "sv-SE"
