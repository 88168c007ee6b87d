"""What staff hear suppliers say by phone counts: one agrees, one objects, and one is not in at all."""

from tests.contracts import has_contract
from tests.kept.kept_city import MALERI, KeptCity

SILENT = "Tysta Trappan AB"
ENTER = ">Ange vad leverantören sagt"
ON_THE_PHONE_TODAY = ("1", "1", "1")
OFFER = (">Erbjuder något", "1", "1", "1", "Kajen", "2", "2", *ON_THE_PHONE_TODAY, ">Anteckna")


async def is_written_down(city: KeptCity) -> None:
    """Offers of three, of which one is taken back again; and that reminders of one contract rest."""
    await has_contract(city, SILENT, number="T-1", people=("Ivar Tyst",))
    await has_contract(city, MALERI, number="T-2", people=("Mira Holm",))
    await city.plays("Karin", "/avtal T-1", ">1.", ENTER, *OFFER)
    for answer in ((">Ja, det stämmer",), (">Nej, det stämmer inte", ">Det har vi inte sagt")):
        await city.plays("Karin", "/avtal T-2", ">1.", ENTER, *OFFER)
        await city.plays("Mira", *answer)
    await city.plays("Karin", "/avtal T-2", ">1.", ENTER, *OFFER, ">Ta bort anteckningen")
    await city.plays("Karin", "/avtal T-2", ">1.", ">Pausa påminnelser", "Tvist", "Tills vidare")
