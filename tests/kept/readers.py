"""Those who only read: one comes in by an invitation, and turns the monthly letter off and on again."""

from tests.kept.kept_city import KeptCity
from tests.kept.people_come_and_go import code_sent_to


async def come(city: KeptCity) -> None:
    """Before the month's first working day, when the letter comes."""
    await city.plays("Karin", "/bjudin", ">Läsare", "Stina Strid", ">Skapa inbjudan")
    city.who["Stina"] = city.stranger()
    await city.plays("Stina", f"/start {code_sent_to(city.who['Karin'])}", "/avtal", "/oversikt", ">Månadsbrev")
    await city.plays("Stina", ">Stäng av", ">Slå på")
