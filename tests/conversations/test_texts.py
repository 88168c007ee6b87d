"""What people write is taken for what they mean, in a form and outside."""

import pytest

from tests.city import City
from tests.conversations.test_inquiries import asked
from tests.each import each

IN_FORM = {
    "/hjälp": "Det här kan du göra",
    "/xyz": "finns inte",
    "/möten": "möten",
    "/språk": "språk",
}


async def at_area(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1", "2")


async def test_commands_in_a_form(city: City, subtests: pytest.Subtests) -> None:
    await at_area(city)
    for said, answer in IN_FORM.items():
        with each(subtests, said):
            await city.maleri.says(said)
            texts = [m.text for m in city.maleri.received]
            assert answer in texts[-2]
            assert "Steg 4 av 6" in texts[-1]


async def test_guessed(city: City) -> None:
    await asked(city, "När börjar ni?")
    said = await city.maleri.says("Ja, vi börjar klockan 6.")
    print(said, city.maleri.buttons)
    await city.maleri.presses("Skicka")
    print(city.maleri.last_text, city.matcher_a.last_text)


async def test_walk(city: City) -> None:
    await city.matcher_a.says("Hej")
    for said in ("tack", "vi kan ta emot en praktikant", "Erbjud praktikplats", "måleri", "två", "tack", "hur gör jag?", "vi kan ta emot en lärling", "Råå", "tillbaka", "Råå", "nästa arbetsdag", "8 veckor", "ok", "Skicka", "blaj", "hjälp", "Hallå?", "stopp", "vad händer nu"):
        print(">>", said); print(await city.maleri.says(said), city.maleri.buttons); print()
    for said in ("Jag tar den 👍", "Ja", "3️⃣"):
        print(">>", said); print(await city.matcher_a.says(said), city.matcher_a.buttons); print()
