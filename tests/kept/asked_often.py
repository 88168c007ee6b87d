"""What is asked often: an answer is worded anew, one is hidden, one is added; and what suppliers ask the city."""

from tests.kept.kept_city import KeptCity

OWN = (
    "Var kan våra lastbilar stå?",
    "På gården bakom förrådet.",
    ">Inte på engelska",
    ">Nej, det gäller alla",
    ">Spara",
)


async def is_edited(city: KeptCity) -> None:
    """By those who lead."""
    await city.plays("Karin", "/fragor", ">Lägg till en fråga", *OWN)
    await city.plays(
        "Karin", "/fragor försäkring", ">Ändra", ">På svenska", "Är praktikanten försäkrad?", "Ja, alltid."
    )
    await city.plays("Karin", ">Nej, det gäller alla", ">Spara", "/fragor försäkring", ">Tidigare lydelser")
    await city.plays("Karin", "/fragor osa", ">Dölj")


async def is_asked_of_the_city(city: KeptCity) -> None:
    """One question is answered and asked on, and one waits."""
    await city.plays("Mira", "/fragor blaj", ">Skicka frågan till kommunen", ">Skicka")
    await city.plays("Karin", ">Svara", "Nej, det ingår.", ">Skicka")
    await city.plays("Sam", "/faq parking lorries", ">Send it to the city", ">Send")
