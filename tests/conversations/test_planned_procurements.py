"""Procurements that are planned are noted in the chat, and what is known of them is changed there."""

from datetime import date

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
    assert "Målning av skolor är med i planen" in await karin.presses("Spara i planen")
    (noted,) = await procurements(city)
    assert (noted.title, noted.trade, noted.value, noted.planned_on) == (
        PAINTING, Trade.PAINTING, 4_000_000, date(2027, 3, 1),
    )  # fmt: skip
    assert (noted.months, noted.headcount, noted.labour_share, noted.requirements, noted.registry_number) == (
        24, None, 40, [Requirement.ENVIRONMENTAL], None,
    )  # fmt: skip
    assert noted.noted_at is not None
    assert await recorded(city, LedgerEvent.PROCUREMENT_NOTED) == ["by hand"]


async def begins(city: City) -> Chat:
    await city.coordinator.says("/personer")
    await city.coordinator.presses_forged(data(ADD))
    return city.coordinator


async def procurements(city: City) -> list[Procurement]:
    return list(await city.asks(lambda session: session.scalars(select(Procurement).order_by(Procurement.id))))
