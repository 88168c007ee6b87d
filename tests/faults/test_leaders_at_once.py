"""Two who lead do the same at one moment, on PostgreSQL: one after the other, and nothing holds twice."""

from collections.abc import Sequence

from sqlalchemy import select

from domain.document import DocumentFormat
from domain.ledger_event import LedgerEvent
from domain.role import Role
from storage.documents.document import Document
from storage.faq.entry import FaqText
from storage.ledger import LedgerRow
from storage.overview.goal import Goal
from storage.procurements.decision import ProcurementDecision
from tests.chat import Chat
from tests.city import City
from tests.conversations.broadcasting import writes
from tests.conversations.wording import worded
from tests.empty_database import on_postgresql
from tests.holder import Holder
from tests.overview import has_offered
from tests.procurements import has_presented


async def press_at_once(city: City, chats: Sequence[Chat], *buttons: str, waiting_for: str) -> None:
    """Both are in the middle of it before either has written anything there. Each presses its own, or all the one."""
    with Holder(city) as holder:
        holder.takes(f"LOCK TABLE {waiting_for} IN SHARE MODE")
        for number, chat in enumerate(chats, start=1):
            chat.phone.presses_button(buttons[min(number, len(buttons)) - 1])
            await holder.sees_waiting(number)
        holder.lets_go()
        await city.settled()


@on_postgresql
async def test_of_two_who_approve_or_set_a_goal_at_once_the_later_finds_what_the_other_did(city: City) -> None:
    both = (city.coordinator, await city.person("Kim Alm", Role.COORDINATOR))
    await has_offered(city, "Exempelmåleriet AB", begun=6)
    for chat in both:
        await chat.says("/oversikt")
        await chat.presses("Fullmäktigesidan")
        await chat.presses("Godkänn")
    await press_at_once(city, both, "Ja, godkänn", waiting_for="document")
    assert {chat.last_text for chat in both} == {city.coordinator.last_text}, "one approval, for both"
    approved = select(Document.format).where(Document.approved_at.is_not(None)).order_by(Document.id)
    assert list(await city.asks(lambda session: session.scalars(approved))) == list(DocumentFormat)
    for chat, number in zip(both, ("40", "45"), strict=True):
        await chat.says("/oversikt")
        await chat.presses("Sätt mål")
        for said in ("2026", number, "4", "1", "KS 2026/12"):
            await chat.says(said)
    await press_at_once(city, both, "Spara", waiting_for="goal")
    first, last = await city.asks(lambda session: session.scalars(select(Goal).order_by(Goal.id)))
    assert {first.number, last.number} == {40, 45}
    assert (first.replaced_at is None, last.replaced_at is None) == (False, True)
    later = both[(40, 45).index(last.number)].last_text  # who of those who wait for a lock has it first is chance
    assert f"2026: {last.number} invånare" in later
    assert f"2026: {first.number} invånare (gällde till" in later


@on_postgresql
async def test_of_two_who_plan_at_once_the_later_reads_what_the_other_did(city: City) -> None:
    karin, kim = both = (city.coordinator, await city.person("Kim Alm", Role.COORDINATOR))
    await has_presented(city)
    await is_deciding(karin, "Snittblommor")
    await kim.says("/upphandlingar")
    await kim.presses("Snittblommor")
    await press_at_once(city, (kim, karin), "Blir inte av", "Besluta", waiting_for="ledger")
    assert karin.last_text.startswith("Det har ändrats under tiden.")
    assert await decided(city) == []
    for chat in both:
        await is_deciding(chat, "Måleritjänster")
    await press_at_once(city, both, "Besluta", waiting_for="procurement_decision")
    assert [each.replaced_at for each in await decided(city)] == [None]
    later = next(chat for chat in both if not chat.last_text.startswith("Beslutat."))
    assert later.last_text.startswith("Någon annan har beslutat om den medan du skrev")


@on_postgresql
async def test_what_two_send_or_word_at_once_goes_once_and_is_worded_once(city: City) -> None:
    both = (city.coordinator, await city.person("Kim Alm", Role.COORDINATOR))
    await writes(city.coordinator)
    await city.coordinator.presses("Ingen nämns")
    await both[1].says("/utskick")
    await both[1].presses("1. Ett tack")
    await press_at_once(city, both, "Skicka", waiting_for="ledger")
    assert {chat.last_text.partition("\n")[0] for chat in both} == {"Ett tack: på väg"}
    accepted = select(LedgerRow.about).where(LedgerRow.event == LedgerEvent.BROADCAST_ACCEPTED)
    assert list(await city.asks(lambda session: session.scalars(accepted))) == ["broadcast:1"]
    for chat in both:
        await chat.says("/fragor försäkring")
        await worded(chat, f"Ja, säger {chat.phone.user_id}.")
    await press_at_once(city, both, "Spara", waiting_for="faq_text")
    wordings = await city.asks(lambda session: session.scalars(select(FaqText).order_by(FaqText.id)))
    assert [each.replaced_at is None for each in wordings] == [False, True]


async def is_deciding(chat: Chat, title: str) -> None:
    """As far as its last button."""
    await chat.says("/upphandlingar")
    await chat.presses(title)
    for label in ("Besluta", "Dialogkrav", "Klart"):
        await chat.presses(label)
    await chat.says("Vi vill prova.")


async def decided(city: City) -> list[ProcurementDecision]:
    return list(await city.asks(lambda session: session.scalars(select(ProcurementDecision))))
