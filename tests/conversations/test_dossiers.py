"""The dossier of a contract: all that is known of it, as a file that can be filed."""

from tests.city import City
from tests.documents import claims, file_of, last_document, text_of
from tests.meetings import OVER_AT, a_meeting, adds, tells


async def test_a_contracts_dossier_comes_as_the_next_message(city: City) -> None:
    await a_meeting(city, city.maleri, city.matcher_a)
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
    print(city.maleri.last_text, city.maleri.buttons, city.coordinator.last_text, city.coordinator.buttons)
    import pathlib

    pathlib.Path("/tmp/d15/out/record.pdf").write_bytes(file_of(city, last_document(city.maleri)))
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await city.coordinator.says("/avtal")
    await city.coordinator.presses("KS 2026/1")
    await city.coordinator.presses("Gör en akt")
    content = file_of(city, last_document(city.coordinator))
    pathlib.Path("/tmp/d15/out/dossier.pdf").write_bytes(content)
    print(claims(content))
    print(text_of(content))
