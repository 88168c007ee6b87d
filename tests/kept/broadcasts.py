"""What the city tells many suppliers at once: one broadcast goes out, one is a draft, and one supplier wants none."""

from datetime import timedelta

from tests.kept.kept_city import KeptCity

THANKS = ("Tack för året som har gått.", "Thank you for the year that has passed.")


async def are_sent(city: KeptCity) -> None:
    """In working hours, to all; somebody presses what it offers."""
    await city.plays("Karin", "/utskick", ">Nytt utskick", ">Ett tack", ">Klart: till alla", *THANKS, ">Ingen nämns")
    await city.plays("Karin", ">Skicka", "/utskick", ">1. ", ">Visa texten")
    await city.later(timedelta(minutes=5))
    await city.plays("Mira", ">Vi vill bidra")
    await city.plays("Olle", "/utskick", ">Nytt utskick", ">En inbjudan", ">Bransch", ">Måleri", ">Klart", ">Klart")
    await city.plays("Ulf", "/integritet", ">Utskick", ">Stäng av utskick")
