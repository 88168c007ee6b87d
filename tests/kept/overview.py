"""How far it is to the goal of the year: it is set and set anew, drawn, counted by parts, and looked behind."""

from tests.kept.kept_city import KeptCity


async def goal_is_set(city: KeptCity) -> None:
    """And replaced by another decision."""
    goal = (">Sätt mål", ">2026", "40", ">Klart", "12 januari 2026", "KS 2026/12", ">Spara")
    other = (">Sätt mål", ">2026", "45", ">Lärlingsplats", ">Klart", ">I dag", "KS 2026/99", ">Spara")
    await city.plays("Karin", "/oversikt", *goal, *other)


async def is_looked_at(city: KeptCity) -> None:
    """By everybody who has it, each as much of it as they may see."""
    for by in ("Per leverantör", "Per avtal", "Per bransch"):
        await city.plays("Karin", "/oversikt", f">{by}", ">1. ")
    await city.plays("Karin", "/oversikt", ">Bakom siffrorna", ">Lediga platser", "/oversikt", ">Månad för månad")
    await city.plays("Karin", "/oversikt", ">Mål och beslut", "/oversikt", ">Resultat och program")
    for name in ("Anna", "Lova", "Stina"):
        await city.plays(name, "/oversikt", ">Per bransch")
    await city.plays("Sam", "/overview")
