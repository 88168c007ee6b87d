"""Placements, from a proposal that nobody has answered to what became of somebody."""

from datetime import date

from tests.contracts import has_contract
from tests.kept.kept_city import GOLV, KeptCity
from tests.placements import has_begun, placements

CARD = ("/platser", ">Norra hamnen")
AS_OFFERED = (">Som erbjudet", ">Som erbjudet", ">Halvtid", ">Skicka")

EMPLOYMENT = ("/rapportera", ">Anställning", ">Golv", "1", "Hamnen", "2", "1", ">Skicka")

LONG_AGO = date(2026, 8, 25)
"""A working day ninety days before the city begins."""


async def are_offered(city: KeptCity) -> None:
    """Under a contract; the supplier says what its workplace can arrange, and a matcher takes it for her wishes."""
    await has_contract(city, GOLV, number="2026/13", people=("Lova Vik",))
    await city.who["Lova"].reports_internship(places=9, area="Norra hamnen")
    await city.plays("Lova", *CARD, ">Vad kan anpassas?", ">Lugn miljö", ">Klart")
    await city.plays("Disa", *CARD, ">Visa vilka", *CARD, ">Jag tar den")


async def are_proposed(city: KeptCity) -> None:
    """Each gets its answer: none, a refusal, a question, and six times yes; the last is for a wish."""
    answers = ((), (">Passar inte", ">Tiderna"), (">Behöver veta mer", ">Svenska", ">Skicka frågorna"))
    for answer in (*answers, *[(">Vi vill träffas",)] * 5):
        await city.plays("Disa", *CARD, ">Föreslå någon", *AS_OFFERED)
        await city.plays("Lova", *answer)
    await city.plays("Disa", *CARD, ">Visa vilka", ">Föreslå ", *AS_OFFERED)
    await city.plays("Lova", ">Vi vill träffas")


async def begin(city: KeptCity) -> None:
    """Of those who are to meet one comes to nothing, one has a first day, and three begin."""
    *_, in_vain, agreed, first, second, third = await placements(city)
    await city.plays("Disa", *CARD, f">{in_vain.code}", ">De har träffats", ">Det blev inget", ">Språket")
    await city.plays("Disa", *CARD, f">{agreed.code}", ">Börjar den", ">7 dec")
    for placement in (first, second, third):
        await city.plays("Disa", *CARD, f">{placement.code}", ">De har träffats", ">Börjar den", ">Som föreslaget")
        await city.plays("Disa", ">Har börjat", ">I dag")
        if placement is not third:
            await city.plays("Disa", ">Ny person i år")
        await city.plays("Lova", ">Ja")
    await city.plays("Lova", *EMPLOYMENT)
    await city.plays("Disa", ">Jag tar den")
    await has_begun(city, (await city.slots())[-1].id, matcher="Disa Rot", begun_on=LONG_AGO, ends_on=None)


async def end(city: KeptCity) -> None:
    """One side says so, of the one; both of the other, who say what they think of it."""
    *_, second, third, _ = await placements(city)
    for placement in (second, third):
        await city.plays("Disa", *CARD, f">{placement.code}", ">Avsluta placering", ">Ja, tidigare", ">I går")
        await city.plays("Disa", ">Personens egen önskan")
    await city.plays("Lova", ">Ja, det stämmer", ">Ja", ">Svara på fyra till", ">Delvis")
