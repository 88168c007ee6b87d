"""What is planned to be bought: noted, decided, decided anew, put away and brought back; one waits for no decision."""

from tests.kept.kept_city import KeptCity

LIST = "/upphandlingar"
NOTED = (
    ("Målning av skolor", ">Måleri", "4 milj", "mars 2027", "2 år", "4", ">Miljökrav", ">Klart"),
    ("Stängsel", ">Bygg", "1 milj", "vet inte än", "3 mån", "2", "inga krav än"),
    ("Snittblommor", *("vet inte än",) * 7),
)
WHY = "Målarna tar gärna emot lärlingar."


async def are_noted(city: KeptCity) -> None:
    """By hand; of one more is told later, and one is not to be bought after all."""
    for answers in NOTED:
        await city.plays("Karin", LIST, ">Lägg till", *answers, ">Spara i planen")
    await city.plays("Karin", LIST, ">Stängsel", ">Ändra uppgifter", ">Ändra längd", "5 mån", ">Spara i planen")
    await city.plays("Karin", LIST, ">Snittblommor", ">Blir inte av", ">Ångra", ">Blir inte av")


async def are_decided(city: KeptCity) -> None:
    """One, and then otherwise by a colleague."""
    await city.plays("Karin", LIST, ">Målning", ">Besluta", ">Dialogkrav", ">Klart", WHY, ">Besluta")
    again = (">Beslutade", ">Målning", ">Ändra beslutet", ">Sysselsättningskrav", ">Klart", WHY, ">Besluta")
    await city.plays("Olle", LIST, *again, ">Tidigare beslut")
