"""Whoever led when a form was opened, and doesn't when it is sent, has changed nothing."""

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import func, select, update

from domain.ledger_event import LedgerEvent
from domain.role import Role
from storage.ledger import LedgerRow
from storage.people.person import Person
from tests.chat import Chat
from tests.city import City
from tests.contracts import MALERI, has_contract
from tests.conversations.broadcasting import writes
from tests.conversations.city_questions import asked
from tests.conversations.wording import worded
from tests.each import each
from tests.procurements import has_planned

NOT_FOUND = "Det finns inte längre, eller så hör det till någon annan."
OF_LEADERS = (
    *(LedgerEvent.FAQ_WRITTEN, LedgerEvent.BROADCAST_ACCEPTED, LedgerEvent.TRYOUT_NOTED),
    *(LedgerEvent.PROCUREMENT_NOTED, LedgerEvent.PROCUREMENT_CHANGED, LedgerEvent.PROCUREMENT_DECIDED),
    LedgerEvent.CITY_QUESTION_ANSWERED,
)


async def changes_an_answer(karin: Chat) -> str:
    await karin.says("/fragor försäkring")
    await worded(karin, "Ja, alltid.")
    return "Spara"


async def adds_a_question(karin: Chat) -> str:
    await karin.says("/fragor")
    await karin.presses("Lägg till en fråga")
    await karin.answers("Var står lastbilen?", "På gården.", "Inte på engelska", "Nej, det gäller alla")
    return "Spara"


async def writes_a_broadcast(karin: Chat) -> str:
    await writes(karin)
    return "Ingen nämns"


async def notes_a_procurement(karin: Chat) -> str:
    await karin.says("/upphandlingar")
    await karin.presses("Lägg till")
    await karin.says("Fönsterputsning")
    for _ in range(7):
        await karin.presses("Vet inte än")
    return "Spara i planen"


async def changes_a_procurement(karin: Chat) -> str:
    await karin.says("/upphandlingar")
    await karin.presses("Stängsel")
    await karin.presses("Ändra uppgifter")
    return "Spara i planen"


async def decides(karin: Chat) -> str:
    await karin.says("/upphandlingar")
    await karin.presses("Stängsel")
    for label in ("Besluta", "Dialogkrav", "Klart"):
        await karin.presses(label)
    await karin.says("Vi vill prova.")
    return "Besluta"


async def tries_out(karin: Chat) -> str:
    await karin.says("/forsok")
    await karin.presses("Anteckna ett försök")
    await karin.answers("Samtal", "Vi ringde först.", "2 november 2026", "4", MALERI, "Klart")
    return "Spara"


async def answers_a_question(karin: Chat) -> str:
    await karin.says("/fragor")
    await karin.presses("Obesvarade frågor")
    await karin.presses("Får vi ta betalt")
    await karin.presses("Svara")
    await karin.says("Nej, det ingår.")
    return "Skicka"


FORMS: tuple[Callable[[Chat], Awaitable[str]], ...] = (
    *(changes_an_answer, adds_a_question, writes_a_broadcast, notes_a_procurement, changes_a_procurement),
    *(decides, tries_out, answers_a_question),
)


async def leads(city: City, chat: Chat, role: Role) -> None:
    changed = update(Person).where(Person.telegram_id == chat.phone.user_id).values(role=role)
    async with city.database.write() as session:
        await session.execute(changed)


async def test_who_leads_no_more_sends_no_form_that_was_open(city: City, subtests: pytest.Subtests) -> None:
    kim = await city.person("Kim Alm", Role.COORDINATOR)
    await has_contract(city)
    await has_planned(city, "Stängsel")
    await asked(city)
    for fills_in in FORMS:
        with each(subtests, fills_in.__name__):
            await leads(city, kim, Role.COORDINATOR)
            button = await fills_in(kim)
            await leads(city, kim, Role.MATCHER)
            assert NOT_FOUND in await kim.presses(button)
    by_leaders = select(func.count()).where(LedgerRow.event.in_(OF_LEADERS), LedgerRow.actor_id.is_not(None))
    assert await city.asks(lambda session: session.scalar(by_leaders)) == 0
