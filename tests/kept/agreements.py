"""Contracts come in by a sheet; what follows from them is reminded of, answered, escalated and decided."""

from datetime import UTC, date, datetime, timedelta

from bot.fetching import PAUSES
from domain.obligation import ObligationKind
from tests.contracts import has_contract
from tests.importing.sheets import csv
from tests.kept.kept_city import ENMANS, MALERI, PARKER, KeptCity
from tests.obligations import has_obligation

FRIDAY, TODAY = date(2026, 11, 20), date(2026, 11, 23)
"""The last working day before the city begins, and that day itself."""

SOON = date(2026, 12, 7)
ESCALATED_FIRST = (4, 5)
"""So few at once are asked about one by one."""

TOP = datetime(2026, 12, 7, 7, 5, tzinfo=UTC)
"""Ten working days later, when what was due on the first day is the coordinators' to decide."""

PAINTING = (
    f"{MALERI};;Måleri;Centrum;UH-2026-17;Måleritjänster;1000000;2026-12-01;2028-11-30;dialogkrav;;;;"
    "Mira Holm;mira@x.example;042-10 00 00;Rut Sten;rut@x.example;"
)
CLEANING = (
    "Exempelstäd AB;;Städ;Hela staden;UH-2026-21;Städning;2000000;2026-12-01;2028-11-30;sysselsättningskrav;3;"
    "Praktikplats;2027-06-30;Leila Berg;leila@x.example;042-10 00 05;Oskar Frisk;;"
)
RUNNING = (
    f"{PARKER};;Park och mark;Råå;UH-2025-48;Skötsel av parker;2500000;2025-04-01;2029-03-31;dialogkrav;;;;"
    "Sam Dahl;sam@x.example;042-10 00 03;;;"
)
WRONG = "Felaktig AB;1234;Måleri;;UH-{};Fel;x;2026-12-01;2025-11-30;dialogkrav;;;;Fel Person;;;;;"


async def sends_file(city: KeptCity, name: str, content: bytes, file_name: str = "avtal.csv") -> None:
    """A file, from the paperclip."""
    await city.who[name].does(lambda phone: phone.sends_document(file_name, content))


async def come_in(city: KeptCity) -> None:
    """Taken in, put away, refused, half wrong."""
    await city.plays("Karin", "/importera")
    await sends_file(city, "Karin", csv(PAINTING, CLEANING))
    await city.plays("Karin", ">Ta in alla")
    await sends_file(city, "Karin", csv(RUNNING))
    await city.plays("Karin", ">Bara det som kommer")
    await sends_file(city, "Karin", csv(PAINTING.replace("UH-2026-17", "UH-2026-18")))
    await city.plays("Karin", ">Avbryt", "!ik:3:0:1")
    await sends_file(city, "Karin", csv("x;y", headings="Avtal;Start"))
    await sends_file(city, "Karin", b"%PDF-1.7", "avtal.pdf")
    city.telegram.faults.bad_request("file is too big", method="getFile")
    await sends_file(city, "Karin", csv(PAINTING), "stor.csv")
    city.telegram.faults.server_error(method="getFile", times=len(PAUSES) + 1)
    await sends_file(city, "Karin", csv(PAINTING), "borta.csv")
    for pause in PAUSES:
        await city.later(pause)
    await sends_file(city, "Karin", csv(*[WRONG.format(number) for number in range(10, 18)]))
    await city.plays("Karin", ">Det som ska rättas")


async def ask_for_much(city: KeptCity) -> None:
    """Obligations of every kind: due today, soon, of somebody who is not in, of a company where nobody is."""
    for number in range(1, 7):
        contract = await has_contract(city, number=f"2026/{number}", people=("Mira Holm", "Nils Ask"))
        await has_obligation(city, contract, ObligationKind.PLAN, FRIDAY if number in ESCALATED_FIRST else TODAY)
    for number, kind in enumerate((ObligationKind.FOLLOW_UP, ObligationKind.ANNUAL_REVIEW, ObligationKind.ACTION), 7):
        contract = await has_contract(city, PARKER, number=f"2026/{number}", people=("Sam Dahl",), title="Parks")
        await has_obligation(city, contract, kind, SOON, title="Send a list" if kind is ObligationKind.ACTION else None)
    contract = await has_contract(city, number="2026/10", people=("Mira Holm",))
    await has_obligation(city, contract, ObligationKind.PLACES, SOON, places=2, slot_kind="apprenticeship")
    contract = await has_contract(city, "Nya Firman AB", number="2026/11", people=("Rut Ny",))
    await has_obligation(city, contract, ObligationKind.PLAN, TODAY)
    contract = await has_contract(city, ENMANS, number="2026/12", people=("Ulf En",))
    await has_obligation(city, contract, ObligationKind.PLAN, TODAY)


async def are_answered(city: KeptCity) -> None:
    """The first reminders come, one of them in vain, and get every sort of answer."""
    city.telegram.faults.forbidden(method="sendMessage", chat_id=city.who["Ulf"].phone.user_id)
    await city.later(timedelta(minutes=5))
    await city.plays("Mira", ">2026/1", ">Påminn mig senare", ">Till listan", ">2026/2", ">Fel person")
    await city.plays("Mira", "Ove Lund, ove@x.example")
    await city.plays("Karin", ">Bjud in")
    await city.plays("Mira", "/avtal", ">2026/6", ">Inget att erbjuda", "2", ">Ångra")
    await city.plays("Sam", "/contracts", ">2026/9", ">It is done")


async def climb(city: KeptCity) -> None:
    """To the top: two are asked about one by one, the others in a list."""
    await city.until(datetime(2026, 11, 30, 7, 5, tzinfo=UTC))
    await city.until(datetime(2026, 12, 4, 7, 5, tzinfo=UTC))
    await city.plays("Karin", ">Ring", ">Jag har ringt")
    await city.until(TOP)
    await city.later(timedelta(minutes=1))


async def are_decided(city: KeptCity) -> None:
    """One decision of each sort."""
    await city.plays("Karin", "/avtal", ">1.", ">Nytt datum", "21/12")
    await city.plays("Karin", "/avtal", ">1.", ">Behövs inte", "1")
    await city.plays("Karin", "/avtal", ">1.", ">Det är klart")
    await city.plays("Karin", "/avtal", ">1.", ">Formell uppföljning", ">Ja, jag följer upp")
    await city.plays(
        "Karin", "/avtal UH-2026-17", ">1.", ">Lägg till åtagande", "Skicka en lista", "21/12", ">Lägg till"
    )
    await city.plays(
        "Karin", "/avtal UH-2026-17", ">1.", ">Historik", ">Till avtalet", "/avtal", ">Visa alla som väntar"
    )
