"""Coordinators keep the city's list of areas, and say once which of them suppliers mean by what they write."""

import pytest
from sqlalchemy import select

from handlers.slots.areas import codes
from messages.button import base36
from storage.ledger import LedgerRow
from storage.slots.area import Area
from tests.city import City
from tests.each import each


async def areas_of_slots(city: City) -> list[tuple[str, str | None]]:
    """What each offer says, and which area of the list it is in."""
    names = {area.id: area.name for area in await city.asks(lambda session: session.scalars(select(Area)))}
    return [(slot.area, names.get(slot.area_id or 0)) for slot in await city.slots()]


async def test_a_name_is_mapped_once_for_all_who_have_written_it_and_all_who_will(city: City) -> None:
    karin = city.coordinator
    for area in ("Limhamn", "Råå", "limhamn"):
        await city.maleri.reports_internship(area=area)
    await karin.says("/platser")
    assert "områdesnamn" not in karin.last_text  # nobody is told of what a city without areas may not want
    await karin.presses("Områden")
    assert karin.last_text == (
        "Inga områden än\n"
        "Lägg till stadens områden. Då ser matcharna om ett erbjudande ligger rätt.\n\n"
        "Leverantörer har skrivit 2 namn som inte hör till något område."
    )
    await karin.presses("Namn utan område (2)")
    assert "1. Limhamn (2 erbjudanden)\n2. Råå (1 erbjudande)" in karin.last_text
    await karin.presses("1. ")
    assert karin.last_text.startswith("Limhamn är med i listan.\n\nVilka områden är det här?")
    assert await areas_of_slots(city) == [("Limhamn", "Limhamn"), ("Råå", None), ("limhamn", "Limhamn")]

    await karin.presses("Råå")
    assert karin.last_text == "Vilket område är ”Råå”?\nDet står i 1 erbjudande."
    assert karin.buttons == ["1. Limhamn", "2. Nytt: Råå", "3. Till områdena"]
    await karin.presses("Nytt: Råå")
    assert karin.last_text.startswith("Råå är med i listan.\n\nOmråden\n")

    for area in ("LIMHAMN", "Hamnen"):
        await city.park.reports_internship(area=area)
    await karin.says("/platser")
    assert karin.last_text.endswith("1 områdesnamn hör inte till något område än. Tryck på Områden.")
    for label in ("Områden (1 att sortera)", "Namn utan område (1)", "Hamnen", "1. Limhamn"):
        await karin.presses(label)
    assert karin.last_text.startswith("Nu hör det till Limhamn.\n\nOmråden\n")
    assert (await areas_of_slots(city))[3:] == [("LIMHAMN", "Limhamn"), ("Hamnen", "Limhamn")]

    await karin.presses("1. Limhamn")
    assert "1. Hamnen (1 erbjudande)" in karin.last_text
    for label in ("1. Hamnen", "2. Råå"):
        await karin.presses(label)
    assert (await areas_of_slots(city))[4] == ("Hamnen", "Råå")

    for label in ("Limhamn", "Ta bort", "Nej, behåll", "Ta bort", "Ja, ta bort"):
        await karin.presses(label)
    assert karin.last_text.startswith("Limhamn är borttaget.")
    assert (await areas_of_slots(city))[0] == ("Limhamn", "Limhamn")
    await city.maleri.reports_internship(area="Limhamn")
    assert (await areas_of_slots(city))[5] == ("Limhamn", None)
    events = await city.asks(lambda session: session.scalars(select(LedgerRow.event).order_by(LedgerRow.id)))
    told = [event for event in events if event.startswith("area_")]
    assert told == ["area_added", "area_added", "area_mapped", "area_mapped", "area_removed"]


async def test_an_area_is_typed_too_and_what_is_there_is_not_there_twice(city: City) -> None:
    karin = city.coordinator
    await city.maleri.reports_internship(area="Råå hamn")
    await karin.says("/omraden")
    await karin.presses("Nytt område")
    assert "Vad heter området?" in karin.last_text
    assert "1. Råå hamn" in karin.buttons
    await karin.says("Råå")
    assert karin.last_text.startswith("Råå är med i listan.")
    for typed, said in (("RÅÅ", "Råå finns redan i listan."), ("070-174 06 35", "Skriv inga telefonnummer här.")):
        await karin.says("områden")
        await karin.presses("Nytt område")
        await karin.says(typed)
        assert said in karin.last_text
    assert [area.name for area in await city.asks(lambda session: session.scalars(select(Area)))] == ["Råå"]


async def test_a_name_that_has_changed_and_an_area_that_is_gone_are_asked_about_anew(city: City) -> None:
    karin = city.coordinator
    await city.maleri.reports_internship(area="Råå")
    for area in ("Centrum", "Hamnen"):
        await karin.says("/omraden")
        await karin.presses("Nytt område")
        await karin.says(area)
    await karin.presses("Namn utan område (1)")
    await karin.presses("Råå")
    to_centrum, to_hamnen = karin.data("Centrum"), karin.data("Hamnen")
    shown = karin.last.message_id
    for label in ("Råå", "Ändra", "Ändra område"):
        if label == "Råå":
            await city.maleri.says("/platser")
        await city.maleri.presses(label)
    await city.maleri.says("Gamla stan")
    await city.maleri.presses("Skicka")
    await karin.presses_forged(to_centrum, message_id=shown)
    assert "Vilket område är ”Gamla stan”?" in karin.last_text
    assert await areas_of_slots(city) == [("Gamla stan", None)]
    fresh, shown = karin.data("Hamnen"), karin.last.message_id
    for label in ("Till områdena", "Hamnen", "Ta bort", "Ja, ta bort"):
        await karin.presses(label)
    for gone in (fresh, to_hamnen):
        await karin.presses_forged(gone, message_id=shown)
        assert "Vilket område är ”Gamla stan”?" in karin.last_text
        assert karin.buttons == ["1. Centrum", "2. Nytt: Gamla stan", "3. Till områdena"]
    assert await areas_of_slots(city) == [("Gamla stan", None)]


async def test_nobody_else_keeps_areas(city: City, subtests: pytest.Subtests) -> None:
    await city.maleri.reports_internship(area="Råå")
    every = [value for name, value in vars(codes).items() if name.isupper()]
    for chat in (city.matcher_a, city.maleri):
        assert "CSR-samordnar" in await chat.says("/omraden") or chat is city.maleri
        assert not any("Områden" in label for label in chat.buttons)
        for code in every:
            with each(subtests, f"{code} {chat.phone.user_id}"):
                await chat.presses_forged(f"{code}:{base36(1)}:{base36(1)}:{base36(1)}")
                assert chat.last_text.startswith("Det finns inte längre")
    assert await areas_of_slots(city) == [("Råå", None)]
