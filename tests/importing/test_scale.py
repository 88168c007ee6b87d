"""Ten times a city's contracts, and again; `make bench` does the same on PostgreSQL."""

import time
from collections.abc import Callable
from datetime import date, timedelta

from storage.database import Database
from tests.empty_database import on_sqlite
from tests.importing.meanwhile import company_number
from tests.importing.sheets import further, row
from tests.importing.taking_in import looks, takes_in

CONTRACTS = 1_500
SECONDS = 8.0
"""Of the bot's own computing; how long that takes by the clock depends on what else the machine does."""


def rows() -> list[str]:
    made = []
    for n in range(CONTRACTS):
        starts_on = date(2025, 6, 1) + timedelta(days=n % 700)
        made.append(
            row(
                f"KS-2026-{n}",
                supplier=f"Firma {n // 5} AB",
                organisation_number=company_number(n // 5),
                starts_on=str(starts_on),
                ends_on=str(starts_on + timedelta(days=730)),
                contact=f"Kontakt {n // 5}",
                deputy=f"Ersättare {n // 5}",
            )
        )
        if n % 3 == 0:
            made.append(
                further(
                    f"KS-2026-{n}", places="3", slot_kind="Praktikplats", due_on=str(starts_on + timedelta(days=365))
                )
            )
    return made


@on_sqlite
async def test_1500_contracts_are_in_within_seconds_and_the_second_time_nothing_happens(
    database: Database, figure: Callable[[str], None]
) -> None:
    content = rows()
    began_at, computed = time.monotonic(), time.process_time()
    found = await takes_in(database, *content, begins_again=True)
    took, computed = time.monotonic() - began_at, time.process_time() - computed
    obligations = found.duties.coming + found.duties.again
    figure(f"{CONTRACTS} contracts, {obligations} obligations: {took:.1f} s, {computed:.1f} s of them computing")
    assert len(found.comparison.new) == CONTRACTS
    assert computed < SECONDS
    assert (await looks(database, *content)).comparison.unchanged == CONTRACTS
