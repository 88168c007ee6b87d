"""A plan of procurements as a file: what it would do is shown, and taken in at one press."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from domain.ledger_event import LedgerEvent
from domain.slot import Trade
from storage.procurements.procurement import Procurement
from tests.city import City
from tests.conversations.results import recorded
from tests.importing.sheets import hands_over, xlsx

HEADINGS = "Upphandling;Bransch;Värde;Planerad start;Längd (månader);Antal personer;Andel arbete (%);Krav;Diarienummer"
PAINTING = ("Målning av skolor", "Måleri", "4 milj", date(2027, 3, 1), 24, 6, "40 %", "miljökrav", "UH-2027-8")
FLOWERS = ("Snittblommor", "", 500_000, "Q2 2027", "2 år", "", "", "inga", "")
PLAN = "upphandlingsplan.xlsx"


async def test_a_plan_is_shown_and_taken_in_at_one_press_and_a_second_time_changes_nothing(city: City) -> None:
    karin, file = city.coordinator, xlsx(PAINTING, FLOWERS, headings=HEADINGS)
    text = await hands_over(karin, file, name=PLAN)
    assert text == (
        "Upphandlingsplan: upphandlingsplan.xlsx\n2 nya upphandlingar\n\nInget är sparat än.\n\nNya upphandlingar\n"
        "Målning av skolor · Måleri · 4 000 000 kr · från 1 mars 2027 · 24 månader\n"
        "Snittblommor · 500 000 kr · från 1 apr 2027 · 24 månader"
    ).replace(" 000", "\N{NO-BREAK SPACE}000")
    text = await karin.presses("Ta in alla: 2")
    assert "Nya: 2 upphandlingar" in text
    assert await facts(city) == {
        "Målning av skolor": (
            Trade.PAINTING, 4_000_000, date(2027, 3, 1), 24, 6, 40, ["environmental"], "UH-2027-8",
        ),
        "Snittblommor": (None, 500_000, date(2027, 4, 1), 24, None, None, [], None),
    }  # fmt: skip
    assert await recorded(city, LedgerEvent.PROCUREMENT_NOTED) == ["from a file", "from a file"]
    text = await hands_over(karin, file, name=PLAN)
    assert "2 oförändrade upphandlingar" in text
    assert "Det finns inget att ta in." in text
    assert not karin.last.buttons


async def facts(city: City) -> dict[str, Sequence[Any]]:
    """All that is kept of each, by its title."""
    rows = await city.asks(lambda session: session.scalars(select(Procurement).order_by(Procurement.id)))
    return {
        each.title: (
            each.trade, each.value, each.planned_on, each.months,
            each.headcount, each.labour_share, each.requirements, each.registry_number,
        )
        for each in rows
    }  # fmt: skip
