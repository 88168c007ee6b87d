"""What is made to be filed or taken along: a dossier, a meeting's record, a supplier's page, files of what is kept."""

from tests.kept.kept_city import KeptCity


async def are_filed(city: KeptCity) -> None:
    """A dossier, under one number and then the right one; and the record of a meeting, as its supplier gets it."""
    await city.plays("Karin", "/avtal M-2", ">1.", ">Akt och dokument", ">Gör en akt")
    await city.plays("Karin", ">Markera som diarieförd", "KS 2026/14", ">Ändra numret", "KS 2026/41")
    await city.plays("Karin", "/avtal M-2", ">1.", ">Akt och dokument", ">1. Akt")
    await city.plays("Mira", "/moten", ">Tidigare", ">26 nov", ">Protokoll")


async def are_taken_along(city: KeptCity) -> None:
    """These are made and sent, and not kept."""
    await city.plays("Karin", "/leverantorer exempelgolv", ">1.", ">Visa allt", ">Skriv ut")
    await city.plays("Karin", "/exportera", ">Kontaktpersoner", ">Välj något annat", ">Avtal", ">CSV")
