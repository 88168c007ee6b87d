"""The council's page: suppliers are asked whether they may be named, it is drawn up, and a person approves it."""

from tests.kept.kept_city import KeptCity
from tests.kept.results import OPENED as RESULTS

ENTERED = (">Ange tidigare resultat", "Exempelgolv AB", ">Praktikplats", "6", "2026", "Redovisning 2026")
OPENED = ("/oversikt", ">Fullmäktigesidan 2026")


async def names_are_asked_for(city: KeptCity) -> None:
    """One says yes, and how much; others have not answered."""
    await city.plays("Karin", *OPENED, ">Fråga leverantörer om namn", ">Skicka frågan")
    await city.plays("Lova", ">Ja, bara namnet", "/integritet", ">Får kommunen nämna oss?", ">Ja, med antal")


async def is_approved(city: KeptCity) -> None:
    """And anew when there is one more to tell of, which replaces the first; who only reads gets it too."""
    await city.plays("Karin", *OPENED, ">Utkast (HTML)", *OPENED, ">Godkänn", ">Ja, godkänn")
    await city.plays("Karin", *RESULTS, *ENTERED, ">Spara")
    await city.plays("Ada", *OPENED, ">Ta fram den på nytt", ">Godkänn", ">Ja, godkänn")
    await city.plays("Stina", *OPENED, ">PDF", *OPENED, ">Webbsida (HTML)")
