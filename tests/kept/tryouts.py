"""What was tried in another way: one with some suppliers, and one that is taken away again."""

from tests.kept.hearsay import SILENT
from tests.kept.kept_city import MALERI, KeptCity

NEW = ("/forsok", ">Anteckna ett försök", ">Samtal")


async def are_noted(city: KeptCity) -> None:
    """A matcher reads them too."""
    for words, company in (("Vi ringde före mötet", MALERI), ("Vi skrev först", SILENT)):
        await city.plays("Karin", *NEW, words, "2 november 2026", "4", company, ">Klart", ">Spara")
    await city.plays("Karin", "/forsok", ">1. ", ">Ta bort")
    await city.plays("Anna", "/forsok", ">1. ", ">Visa leverantörerna")
