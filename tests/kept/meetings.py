"""Dialogue meetings: booked, answered, moved, called off, held, summed up, disputed, confirmed, missed."""

from datetime import UTC, date, datetime

from domain.obligation import ObligationKind
from messages.button import base36
from tests.contracts import has_contract
from tests.kept.kept_city import MALERI, PARKER, KeptCity
from tests.obligations import has_obligation

DAYS = ("2026-11-23", "2026-11-26", "2026-11-27", "2026-11-30", "2026-12-09", "2026-12-10", "2026-12-11")
"""When the meetings under M-1, M-2 and so on are; two of the last three are still to come in the end."""

LEADERS = ("Karin", "Karin", "Karin", "Karin", "Karin", "Karin", "Ada")


async def are_booked(city: KeptCity) -> None:
    """With the painters, and the last with the park keepers, each under a contract of its own; Anna is asked too."""
    for number, day in enumerate(DAYS, start=1):
        is_last = number == len(DAYS)
        contract = await has_contract(
            city,
            PARKER if is_last else MALERI,
            number=f"M-{number}",
            title="Dialog",
            people=("Sam Dahl",) if is_last else ("Mira Holm",),
        )
        await has_obligation(city, contract, ObligationKind.START_UP, date(2026, 12, 18), next_at=None)
        await city.plays(LEADERS[number - 1], "/moten", f"!mb:{base36(contract)}:0", "1", day, "10", "2", "Stadshuset")
        await city.plays(LEADERS[number - 1], ">Anna Lind", ">Klart", "1")


async def are_answered(city: KeptCity) -> None:
    """Those who are asked come, can't, want another time or send somebody else."""
    await city.plays("Mira", "/moten", ">1.", ">Kommer")
    await city.plays("Mira", "/moten", ">2.", ">Kan inte", ">Någon annan kommer", ">Nils Ask")
    await city.plays("Mira", "/moten", ">3.", ">Föreslå annan tid", "Fredag kl. 13")
    await city.plays("Anna", "/moten", ">1.", ">Kommer")
    await city.plays("Sam", "/meetings", ">1.", ">Suggest another time", "Any Friday")
    await city.plays("Sam", "/contracts", ">2026/7", ">Propose a time", "Any Thursday at 10.")


async def are_changed(city: KeptCity) -> None:
    """One is moved, one called off."""
    await city.plays("Karin", "/moten", ">30 nov", ">Flytta", "2026-12-01", "13.30", "1", "1")
    await city.plays("Karin", "/moten", ">10 dec", ">Ställ in", "1", "1")


async def are_held(city: KeptCity) -> None:
    """Told of when they are over: disputed and corrected, confirmed, missed after all; and one is not confirmed."""
    await city.until(datetime(2026, 11, 23, 10, 0, tzinfo=UTC))
    await city.plays(
        "Karin", ">Ja, vi hade mötet", ">Alla kom", "Vi provar i vår.", ">Lägg till", "Visa lokalerna", "1"
    )
    await city.plays("Karin", ">Leverantören", ">Klart", ">Skicka")
    await city.plays("Mira", ">Det stämmer inte riktigt", "Vi sa våren.")
    await city.plays("Karin", ">Rätta", ">Ändra text", "Vi provar till våren.", ">Skicka")
    await city.until(datetime(2026, 11, 26, 10, 0, tzinfo=UTC))
    await city.plays("Karin", ">Ja, vi hade mötet", ">Alla kom", "Vi provar i höst.", ">Klart", ">Skicka")
    await city.plays("Mira", ">Bekräfta")
    await city.until(datetime(2026, 11, 27, 10, 0, tzinfo=UTC))
    await city.plays(
        "Karin", ">Nej, det blev inte av", ">Vi hade förhinder", ">Mötet blev av ändå", ">Ingen av dem kom"
    )
    await city.plays("Karin", "Inget särskilt", ">Lägg till", "Visa lagret", "1", ">Leverantören", ">Klart", ">Skicka")
    await city.plays("Karin", ">Det blev inte av", ">Nej, det blev inte av")
    await city.plays("Karin", "/moten", "!mq:1:0")
