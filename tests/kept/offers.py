"""Offers in every state: all six kinds reported, taken, given back, changed, paused, withdrawn, asked about, begun."""

from tests.kept.kept_city import KeptCity

TYPED = (
    ("1", "1", "2", "Centrum", "vecka 49", "8 v"),
    ("2", "1", "2", "Råå", "30/11", "2027-05-29"),
    ("3", "1", "3", "Centrum", "1 dec", "2", "2027-03-01"),
    ("4", "1", "1", "Centrum", "30/11", "5"),
    ("5", "1", "12", "Centrum", "2026-12-03"),
    ("6", "1", "En dag som målare", "Centrum", "3 dec"),
)
"""Internship, apprenticeship, employment, mentor, study visit, lecture."""


async def is_reported_to_nobody(city: KeptCity) -> None:
    """Before there is any matcher: the coordinators hear of it."""
    await city.plays("Mira", "/rapportera", ">Yrkesmentor", ">Golv", "1", "Norr", "11/12", "5", ">Skicka")


async def wish(city: KeptCity) -> None:
    """Matchers choose what they hear of."""
    await city.plays("Cilla", "/aviseringar", ">Samlat en gång om dagen")
    await city.plays("Bashir", "/aviseringar", ">Välj typ", ">Praktikplats", ">Anställning", ">Föreläsning", ">Klart")
    await city.plays("Ann", "/alerts", ">Choose area", ">Done")
    await city.plays("Olle", "/aviseringar", ">Samlat en gång om dagen")


async def are_reported(city: KeptCity) -> None:
    """Each kind, one of them with all that can be told."""
    for answers in TYPED:
        await city.plays("Mira", "/rapportera", *answers, "1")
    await city.plays("Mira", "/rapportera", *TYPED[0], ">Berätta mer", ">Arbetsuppgifter", "Måla fönster", ">Klart")
    await city.plays("Mira", ">Skicka", ">Ångra")
    await city.plays("Sam", "/report", "1", "1", "2", "Råå", "2", "2", "1")
    await city.plays("Sam", "/report", "4", "1", "1", "Helsingborg", "30/11", "5", "1")


async def are_taken(city: KeptCity) -> None:
    """Taken from the alert and from the card, asked about, given back."""
    await city.plays("Anna", ">Visa allt", "/platser", ">Välj område", ">Centrum", ">Ta bort filter")
    await city.plays("Anna", "/platser", ">Praktikplats · Måleri", ">Jag tar den", ">Ställ en fråga")
    await city.plays("Anna", "Finns det parkering?")
    await city.plays("Mira", ">Svara", "Ja, på baksidan.")
    await city.plays("Anna", "/platser", ">Praktikplats · Måleri", ">Ställ en fråga", "Ingår lunch?")
    await city.plays("Anna", "/platser", ">Lärlingsplats", ">Jag tar den", ">Lämna tillbaka")
    await city.plays("Bashir", "/platser", ">Anställning", ">Jag tar den")
    await city.plays("Bashir", "/platser", ">Föreläsning", ">Jag tar den")
    await city.plays("Ann", "/slots", ">Vocational mentor · Parks", ">I'll take it")


async def are_changed(city: KeptCity) -> None:
    """Changed, paused and withdrawn by the supplier; two are told of who had taken them."""
    await city.plays("Mira", "/platser", ">Anställning", ">Ändra", ">Ändra antal", "4", ">Skicka")
    await city.plays("Mira", "/platser", ">Yrkesmentor", ">Pausa")
    await city.plays("Mira", "/platser", ">Lärlingsplats", ">Pausa", ">Öppna igen")
    await city.plays("Mira", "/platser", ">Studiebesök", ">Ta tillbaka", ">Vi har inte möjlighet", ">Skicka")
    await city.plays("Mira", "/platser", ">Föreläsning", ">Ta tillbaka", "Vi bygger om", ">Skicka")
    await city.plays("Karin", "/platser", ">Anställning")


async def begin(city: KeptCity) -> None:
    """Somebody has begun: denied, filling a slot, taken back, confirmed, and not answered yet."""
    await city.plays("Bashir", "/platser", ">Anställning", ">Någon har börjat", ">I dag", ">Ny person i år")
    await city.plays("Mira", ">Nej")
    await city.plays("Ann", "/slots", ">Vocational mentor · Parks", ">The mentor has begun", ">Today", ">Yes")
    await city.plays("Sam", ">Yes")
    card = ("/platser", ">Praktikplats · Måleri")
    await city.plays("Anna", *card, ">Någon har börjat", ">I dag", ">Ny person i år")
    await city.plays("Mira", ">Ja")
    await city.plays("Anna", *card, ">Ångra senaste starten", ">Ja, ta bort starten")
    await city.plays("Anna", ">Någon har börjat", ">I dag", ">Räknad redan i år")
    await city.plays("Mira", ">Ja")
    await city.plays("Anna", *card, ">Någon har börjat", ">I dag", ">Ny person i år")
