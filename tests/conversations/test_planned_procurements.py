"""Procurements that are planned are noted in the chat, and what is known of them is changed there."""

from datetime import date

import pytest
from sqlalchemy import select

from domain.ledger_event import LedgerEvent
from domain.procurement import Requirement
from domain.slot import Trade
from handlers.procurements.codes import ADD
from messages.button import data
from storage.procurements.procurement import Procurement
from tests.chat import Chat
from tests.city import City
from tests.conversations.results import recorded
from tests.each import each
from tests.procurements import has_planned

PAINTING = "Målning av skolor"


async def test_a_procurement_is_noted_step_by_step_and_what_nobody_knows_yet_may_wait(city: City) -> None:
    karin = await begins(city)
    assert "Steg 1" in karin.last_text
    assert "Vad ska köpas?" in karin.last_text
    await karin.says(PAINTING)
    await karin.presses("Måleri")
    assert "Jag förstod inte beloppet" in await karin.says("ganska mycket")
    assert "Är det tusental eller miljoner?" in await karin.says("4")
    await karin.says("4 milj")
    assert "Jag förstod inte när" in await karin.says("till våren")
    await karin.says("mars 2027")
    await karin.says("2 år")
    await karin.presses("Vet inte än")
    await karin.says("40 %")
    await karin.presses("Miljökrav")
    text = await karin.presses("Klart")
    assert text == (
        "Ska den här med i planen?\nMålning av skolor\nBransch: Måleri\n"
        "Värde: 4\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000 kr\n"
        "Avtalet ska börja: 1 mars 2027\nLängd: 24 månader\nArbete: 40 % av värdet\n"
        "Krav som redan är med: miljökrav\nDiarienummer: inget än"
    )
    assert (await karin.presses("Spara i planen")).startswith("Nu är den med i planen.\n\nMålning av skolor\n")
    (noted,) = await procurements(city)
    assert (noted.title, noted.trade, noted.value, noted.planned_on) == (
        PAINTING, Trade.PAINTING, 4_000_000, date(2027, 3, 1),
    )  # fmt: skip
    assert (noted.months, noted.headcount, noted.labour_share, noted.requirements, noted.registry_number) == (
        24, None, 40, [Requirement.ENVIRONMENTAL], None,
    )  # fmt: skip
    assert noted.noted_at is not None
    assert await recorded(city, LedgerEvent.PROCUREMENT_NOTED) == ["by hand"]


async def test_it_is_noted_by_texts_alone_only_its_title_is_needed_and_one_that_is_there_already_is_said(
    city: City,
) -> None:
    karin = await begins(city)
    besides = ("vet inte än", "vet ej", "oklart", "not sure", "3", "inga krav än")
    for text in ("Snittblommor", *besides):
        await karin.says(text)
    assert "Krav som redan är med: inga" in karin.last_text
    await karin.says("1")
    (noted,) = await procurements(city)
    assert (noted.title, noted.headcount, noted.requirements, noted.value) == ("Snittblommor", 3, [], None)
    await begins(city)
    for text in ("snittblommor", *besides):
        await karin.says(text)
    assert "Det finns redan en i planen som heter så." in karin.last_text


async def test_a_start_in_the_month_or_quarter_that_has_begun_is_taken_and_one_that_is_over_is_not(
    city: City, subtests: pytest.Subtests
) -> None:
    karin = await begins(city)
    await karin.answers(PAINTING, "Måleri", "4 milj")
    for over in ("Q3 2026", "oktober 2026"):
        with each(subtests, over):
            assert "har redan varit" in await karin.says(over)
    assert "Hur många månader ska avtalet gälla?" in await karin.says("Q4 2026")
    await karin.answers("2 år", "3", "inga krav än")
    for typed, begins_on in (("november 2026", "1 november 2026"), ("kv 4 2026", "1 oktober 2026")):
        with each(subtests, typed):
            await karin.presses("Ändra start")
            assert f"Avtalet ska börja: {begins_on}" in await karin.says(typed)


async def test_one_fact_is_changed_and_the_others_stay(city: City) -> None:
    one = await has_planned(city, PAINTING, trade=Trade.PAINTING, value=4_000_000, months=24)
    karin = city.coordinator
    await karin.says("/upphandlingar")
    await karin.presses(PAINTING)
    assert "Ska det stå så här?" in await karin.presses("Ändra uppgifter")
    await karin.presses("Ändra längd")
    await karin.says("3 år")
    await karin.presses("Berätta mer")
    await karin.presses("Diarienummer")
    await karin.says("UH-2027-8")
    await karin.presses("Klart")
    text = await karin.presses("Spara i planen")
    assert text.startswith("Sparat.\n\nMålning av skolor\n")
    assert "Diarienummer: UH-2027-8" in text
    (changed,) = await procurements(city)
    assert (changed.id, changed.value, changed.months, changed.registry_number) == (one, 4_000_000, 36, "UH-2027-8")
    assert await recorded(city, LedgerEvent.PROCUREMENT_CHANGED) == ["by hand: months, registry_number"]


async def test_a_registry_number_that_is_anothers_is_said_with_the_way_there_and_nothing_is_merged(city: City) -> None:
    await has_planned(city, PAINTING, registry_number="KS 2027/8")
    await has_planned(city, "Stängsel")
    karin = city.coordinator
    await karin.says("/upphandlingar")
    await karin.presses("Stängsel")
    await karin.presses("Ändra uppgifter")
    await karin.presses("Berätta mer")
    await karin.presses("Diarienummer")
    await karin.says("ks2027/8")
    await karin.presses("Klart")
    assert "KS 2027/8 är redan Målning av skolor" in await karin.presses("Spara i planen")
    assert "Det numret är upptaget." in karin.received[-2].text
    await karin.presses("Visa upphandlingen")
    assert any(message.text.startswith("Målning av skolor") for message in karin.received[-2:])
    assert {each.title: each.registry_number for each in await procurements(city)} == {
        PAINTING: "KS 2027/8", "Stängsel": None,
    }  # fmt: skip


async def test_how_the_plan_comes_in_as_a_file_is_told_with_a_sheet_to_fill_in(city: City) -> None:
    await city.coordinator.says("/upphandlingar")
    assert "Ta in upphandlingsplanen" in await city.coordinator.presses("Ta in från fil")
    assert city.coordinator.last.file_name == "upphandlingsmall.xlsx"


async def begins(city: City) -> Chat:
    await city.coordinator.says("/personer")
    await city.coordinator.presses_forged(data(ADD))
    return city.coordinator


async def procurements(city: City) -> list[Procurement]:
    return list(await city.asks(lambda session: session.scalars(select(Procurement).order_by(Procurement.id))))
