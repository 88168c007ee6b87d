"""A plan of procurements as a file: what it would do is shown, and taken in at one press."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from domain.ledger_event import LedgerEvent
from domain.slot import Trade
from storage.procurements.procurement import Procurement
from tests.city import City
from tests.contracts import a_contract
from tests.conversations.results import recorded
from tests.importing.sheets import csv, hands_over, rows_of, xlsx
from tests.procurements import has_planned

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


async def test_an_old_csv_is_read_what_is_wrong_is_named_and_the_rest_is_taken_in(city: City) -> None:
    karin = city.coordinator
    rows = (
        "Måleri;4 000;mars 2027;2",
        "Stängsel;1 000;2027-02-01;1",
        "Mattor;ungefär lite;2027-02-01;1",
        "Summa;5 000;;",
    )
    lines = ("Upphandlingsplan 2027", "Objekt;Uppskattat värde (tkr);Avtalsstart;Avtalstid (år)", *rows)
    text = await hands_over(karin, "\r\n".join(lines).encode("windows-1252"), name="plan.csv")
    assert "1 rad med fel" in text
    assert "Rad 5, Värde: är inget belopp som jag förstår." in text
    assert "Summor, så jag hoppade över dem: rad 6" in text
    text = await karin.presses("De felfria: 2")
    assert "1 rad med fel är inte med." in text
    kept = await facts(city)
    assert {title: known[1:4] for title, known in kept.items()} == {
        "Måleri": (4_000_000, date(2027, 3, 1), 24),
        "Stängsel": (1_000_000, date(2027, 2, 1), 12),
    }


async def test_a_blank_cell_changes_nothing_and_what_changes_is_shown_as_it_was(city: City) -> None:
    await has_planned(city, "Målning av skolor", trade=Trade.PAINTING, value=4_000_000, requirements=["environmental"])
    await has_planned(city, "Snittblommor", registry_number="UH-2027-9", months=12)
    karin, rows = city.coordinator, (
        "MÅLNING  av skolor;;;5 milj;;;;;sociala krav;UH-2027-8",
        "Blommor;;;;;24;;;;uh-2027-9",
    )  # fmt: skip
    text = await hands_over(karin, csv(*rows, headings=HEADINGS.replace("Värde", "Kategori;Värde", 1)), name="plan.csv")
    assert "2 ändrade upphandlingar" in text
    assert text.replace("\N{NO-BREAK SPACE}", " ").endswith(
        "Målning av skolor\n– Värde: 5 000 000 kr (var 4 000 000 kr)\n– Krav: sociala krav (var miljökrav)\n"
        "– Diarienummer: UH-2027-8\nSnittblommor\n– Upphandling: Blommor (var Snittblommor)\n"
        "– Längd (månader): 24 månader (var 12 månader)"
    )
    await karin.presses("Ta in alla: 2")
    assert await facts(city) == {
        "Målning av skolor": (Trade.PAINTING, 5_000_000, None, None, None, None, ["social"], "UH-2027-8"),
        "Blommor": (None, None, None, 24, None, None, None, "UH-2027-9"),
    }
    assert await recorded(city, LedgerEvent.PROCUREMENT_CHANGED) == [
        "from a file: value, requirements, registry_number", "from a file: title, months",
    ]  # fmt: skip


async def test_a_row_under_a_contracts_number_adds_to_that_procurement_and_leaves_what_the_contract_says(
    city: City,
) -> None:
    await a_contract(city, "UH-2026-17", title="Målning av skolor")
    karin, file = city.coordinator, csv("Måleri;24;UH-2026-17", headings="Upphandling;Längd (månader);Diarienummer")
    text = await hands_over(karin, file, name="plan.csv")
    assert "Målning av skolor\n– Längd (månader): 24 månader" in text
    await karin.presses("Ta in alla: 1")
    assert [known[3] for known in (await facts(city)).values()] == [24]
    assert "1 oförändrad upphandling" in await hands_over(karin, file, name="plan.csv")


async def test_what_was_put_away_stays_away_and_which_of_several_is_asked(city: City) -> None:
    await has_planned(city, "Stängsel", put_away_at=city.clock.now())
    for number in ("UH-1", "UH-2"):
        await has_planned(city, "Städning", registry_number=number)
    file = csv("Stängsel;1 milj", "Städning;2 milj", headings="Upphandling;Värde")
    text = await hands_over(city.coordinator, file, name="plan.csv")
    assert "Borttagna ur planen tidigare, och de förblir borttagna: Stängsel." in text
    assert "Rad 3, Upphandling: är titeln på flera upphandlingar i planen." in text
    assert "Det finns inget att ta in." in text


async def test_what_is_bought_again_under_the_same_title_is_another_procurement(city: City) -> None:
    await a_contract(city, "UH-2026-17", title="Städning")
    karin, headings = city.coordinator, "Upphandling;Planerad start;Diarienummer"
    await hands_over(karin, csv("Städning;2026-12-01;UH-2026-17", headings=headings), name="plan.csv")
    await karin.presses("Ta in alla: 1")
    assert "1 oförändrad upphandling" in await hands_over(karin, csv("Städning;2026-12-01;", headings=headings))
    assert "1 ny upphandling" in await hands_over(karin, csv("Städning;2028-12-01;", headings=headings))


async def test_a_plan_knows_again_what_a_contract_of_another_number_came_of(city: City) -> None:
    karin, file = city.coordinator, xlsx(PAINTING, headings=HEADINGS)
    await hands_over(karin, file, name=PLAN)
    await karin.presses("Ta in alla: 1")
    await a_contract(city, "KS 2026/17", title="Måleritjänster")
    await karin.says("/upphandlingar")
    await karin.presses("Målning av skolor")
    await karin.presses("Avtalet finns redan")
    await karin.presses("KS 2026/17")
    await karin.presses("De hör ihop")
    assert "Diarienummer: KS 2026/17" in karin.last_text
    assert "1 oförändrad upphandling" in await hands_over(karin, file, name=PLAN)


async def test_what_has_changed_since_it_was_shown_is_shown_anew(city: City) -> None:
    one = await has_planned(city, "Stängsel", value=900_000)
    karin = city.coordinator
    await hands_over(karin, csv("Stängsel;1 milj", headings="Upphandling;Värde"), name="plan.csv")
    async with city.database.write() as session:
        (await session.get_one(Procurement, one)).value = 950_000
    assert (await karin.presses("Ta in alla: 1")).startswith("Något har ändrats sedan sist.")
    await karin.presses("Ta in alla: 1")
    assert [known[1] for known in (await facts(city)).values()] == [1_000_000]


async def test_more_mistakes_than_are_shown_come_as_a_file_to_work_by(city: City) -> None:
    rows = [f"Upphandling {number};lite" for number in range(7)]
    text = await hands_over(city.coordinator, csv(*rows, "Städ;1 milj", headings="Upphandling;Värde"), name="plan.csv")
    assert "Och 2 till." in text
    await city.coordinator.presses("Det som ska rättas")
    assert city.coordinator.last.file_name == "att-rätta.xlsx"
    file = city.telegram.shelf.find(city.coordinator.last.file_id)
    assert file is not None
    assert [row.cells[:2] for row in rows_of(file.content)][-1] == (8.0, "Värde")


async def test_where_it_can_not_be_told_surely_the_bot_asks(city: City) -> None:
    headings = "Leverantör;Upphandling;Värde;Längd (månader);Planerad start"
    text = await hands_over(city.coordinator, csv("Firman AB;Måleri;4 milj;24;mars 2027", headings=headings))
    assert "Är det en upphandlingsplan? Ta bort kolumnen Leverantör" in text


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
