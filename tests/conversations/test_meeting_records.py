"""The record of a meeting: made when the supplier confirms what was agreed, and to be had again."""

from tests.city import City
from tests.documents import FILED, claims, file_of, last_document, text_of
from tests.meetings import OVER_AT, a_meeting, tells


async def test_the_record_comes_with_the_thanks_and_can_be_had_again_by_those_who_were_there(city: City) -> None:
    await a_meeting(city, city.maleri, city.matcher_a)
    await city.until(OVER_AT)
    await tells(city.coordinator, who="Mira Holm", agreed="Vi provar i vår.")
    await city.maleri.presses("Bekräfta")
    assert city.maleri.last_text.startswith("Tack! Bekräftat av Mira Holm den 23 november 2026.\nHär är protokollet")
    assert city.coordinator.last_text.startswith("Mira Holm har bekräftat det ni kom överens om.")
    assert city.coordinator.buttons == ["1. Markera som diarieförd"]
    ours, theirs = (file_of(city, last_document(chat)) for chat in (city.coordinator, city.maleri))
    assert ours == theirs
    made = claims(ours)
    assert made == FILED | {"title": "Protokoll: Startmöte måndag 23 november 2026 kl. 10.00, Exempelmåleriet AB"}
    said = text_of(ours)
    for words in (
        "Kallade Mira Holm (har inte svarat), Anna Lind (har inte svarat)",
        "Närvarande: Mira Holm",
        "Vi provar i vår.",
        "kl. 11.00 av Mira Holm för leverantören",
        "Sida 1 av 1",
    ):
        assert words in said
    await city.maleri.says("/moten")
    await city.maleri.presses("Tidigare")
    await city.maleri.presses("1.")
    await city.maleri.presses("Protokoll")
    assert city.maleri.last_text.startswith("Protokoll\n")
    assert file_of(city, last_document(city.maleri)) == ours
    await city.park.says("hej")
    await city.park.presses_forged("dom:1")
    assert city.park.last_text.startswith("It is no longer there")


async def test_the_record_tells_what_was_disputed_and_changed(city: City) -> None:
    await a_meeting(city, city.maleri)
    await city.until(OVER_AT)
    await tells(city.coordinator, who="Mira Holm", agreed="Vi provar i vår.")
    await city.maleri.presses("Det stämmer inte riktigt")
    await city.maleri.says("Vi sa hösten.")
    await city.coordinator.presses("Rätta")
    await city.coordinator.presses("Ändra text")
    await city.coordinator.says("Vi provar i höst.")
    await city.coordinator.presses("Skicka")
    await city.maleri.presses("Bekräfta")
    said = text_of(file_of(city, last_document(city.maleri)))
    holds, came_about = said.split("Så kom det till")
    assert "Vi provar i höst." in holds
    assert "Vi provar i vår." not in holds
    places = [came_about.index(words) for words in ("Vi provar i vår.", "Vi sa hösten.", "Vi provar i höst.")]
    assert places == sorted(places)


async def test_where_the_word_came_by_phone_the_record_is_made_when_it_is_asked_for(city: City) -> None:
    await a_meeting(city, city.maleri)
    await city.until(OVER_AT)
    await tells(city.coordinator, who="Mira Holm", agreed="Vi provar i vår.")
    await city.coordinator.presses("Ange vad leverantören sagt")
    await city.coordinator.presses("Sammanfattningen stämmer")
    await city.coordinator.answers("Mira Holm", "1", "1")
    await city.coordinator.presses("Anteckna")
    await city.coordinator.says("/moten")
    await city.coordinator.presses("Tidigare")
    await city.coordinator.presses("1.")
    await city.coordinator.presses("Protokoll")
    first = last_document(city.coordinator)
    assert "Bekräftat av Mira Holm den 23 november 2026." in first.words
    assert "av Mira Holm för leverantören, antecknat av Karin Ek" in text_of(file_of(city, first))
    await city.coordinator.says("/moten")
    await city.coordinator.presses("Tidigare")
    await city.coordinator.presses("1.")
    await city.coordinator.presses("Protokoll")
    assert last_document(city.coordinator) is not first
    assert file_of(city, last_document(city.coordinator)) == file_of(city, first)
