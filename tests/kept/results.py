"""What came from elsewhere, and how many are in a programme."""

from tests.kept.kept_city import KeptCity

OPENED = ("/resultat", ">Resultat och program")
ENTERED = (">Ange tidigare resultat", "Förra Firman AB", ">Ja, det är en ny leverantör", ">Praktikplats", "3", "2025")


async def are_told(city: KeptCity) -> None:
    """An earlier result, and what is right instead of it; a month's number in two programmes."""
    await city.plays("Karin", *OPENED, *ENTERED, "Redovisning 2025", ">Spara")
    await city.plays("Karin", ">Tidigare resultat", ">2025 · Förra", ">Rätta", ">Ändra antal", "2", ">Spara")
    for programme, number in ((">Lärlingsspåret", "4"), (">OSA", "12")):
        await city.plays("Disa", *OPENED, ">Ange antal i program", ">nov 2026", programme, number)
