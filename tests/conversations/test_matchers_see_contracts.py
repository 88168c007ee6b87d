"""Matchers see contracts and how they stand, and change nothing there."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingKind
from domain.obligation import ObligationKind
from handlers import doorways
from handlers.contracts import codes
from handlers.obligations import codes as obligation_codes
from handlers.obligations.ladder import codes as ladder_codes
from handlers.outlook import codes as outlook_codes
from messages.button import base36
from storage.conversation import Conversation
from storage.ledger import LedgerRow
from storage.obligations.obligation import Obligation
from tests.city import City
from tests.contracts import PARKER, has_contract
from tests.conversations.unmet import MIRA
from tests.each import each
from tests.meetings import has_meeting
from tests.obligations import has_obligation

CHANGING = (
    *(codes.HISTORY, codes.ADD, codes.HOLD, codes.RESUME, codes.QUEUE),
    *(obligation_codes.OBLIGATION, obligation_codes.MOVE, obligation_codes.WAIVE, obligation_codes.FORMAL),
    *(obligation_codes.DONE, obligation_codes.NOTHING, obligation_codes.UNDO),
    *(ladder_codes.LATER, ladder_codes.SHOW, ladder_codes.WRONG_PERSON, ladder_codes.CALL),
    *(ladder_codes.DECIDE, ladder_codes.INVITE),
    *(doorways.OFFER_SLOT, doorways.OFFER_SLOT_NOW, doorways.BOOK_MEETING, doorways.PROPOSE_MEETING),
    *(outlook_codes.SHOW, outlook_codes.ONE, outlook_codes.SHEET),
)
"""Whatever a leader or the supplier can press about a contract or what follows from it."""


async def everything(city: City) -> tuple[object, ...]:
    """What a press could have changed."""
    due = await city.asks(lambda session: session.scalars(select(Obligation)))
    stands = [(each.id, each.status, each.due_on, each.next_at, each.revision) for each in due]
    said = LedgerRow.event == LedgerEvent.MESSAGE_ACCEPTED
    events = await city.asks(lambda session: session.scalars(select(LedgerRow.event).where(~said)))
    flows = await city.asks(lambda session: session.scalars(select(Conversation.flow)))
    return (stands, list(events), list(flows))


@pytest.fixture
async def contract(city: City) -> int:
    """The painters' contract, with something to do, a meeting and an offer."""
    found = await has_contract(city, people=MIRA)
    await has_obligation(city, found, ObligationKind.PLAN, date(2026, 12, 14))
    await has_meeting(city, found, MeetingKind.START_UP, datetime(2026, 12, 10, 9, tzinfo=UTC))
    await city.maleri.reports_internship()
    await has_obligation(city, found, ObligationKind.FOLLOW_UP, date(2027, 1, 18))
    return found


async def test_a_matcher_lists_all_contracts_searches_and_reads_how_one_stands(city: City, contract: int) -> None:
    await has_contract(city, PARKER, number="2026/2")
    listed = await city.matcher_a.says("/avtal")
    assert listed.startswith("Avtal (2)")
    assert not {"Pausa", "framöver"} & set(" ".join(city.matcher_a.buttons).split())
    assert "Avtal som passar ”maleri” (1)" in await city.matcher_a.says("/avtal maleri")
    card = await city.matcher_a.presses("2026/1")
    assert "Leverantör: Exempelmåleriet AB" in card
    assert "Kontakt: Mira Holm\n" in card
    assert "– Avstämning · senast 18 januari 2027\n– Plan för erbjudanden · klart" in card
    assert "– Startmöte, torsdag 10 december 2026" in card
    assert "Erbjudanden (1)\n1. Praktikplats" in card
    assert "CSR-samordnaren ändrar i avtalet." in card
    assert city.matcher_a.buttons == ["1. Praktikplats · Måleri · Centrum", "2. Leverantören", "3. Till listan"]
    assert "Avtal som passar" in await city.matcher_a.presses("Till listan")
    assert contract


async def test_the_offer_on_the_card_leads_to_where_a_matcher_takes_it(city: City, contract: int) -> None:
    await city.matcher_a.presses_forged(f"as:{base36(contract)}")
    await city.matcher_a.presses("Praktikplats")
    assert any("Jag tar den" in button for button in city.matcher_a.buttons)


async def test_in_english_it_says_the_same(city: City, contract: int) -> None:
    await city.matcher_a.says("/sprak")
    await city.matcher_a.presses("English")
    card = await city.matcher_a.presses_forged(f"as:{base36(contract)}")
    assert "You can read here. The CSR coordinator changes the contract." in card


async def test_every_button_that_changes_something_is_refused(
    city: City, contract: int, subtests: pytest.Subtests
) -> None:
    await city.matcher_a.says("/avtal")
    before = await everything(city)
    for code in CHANGING:
        for number in (0, contract):
            with each(subtests, f"{code}:{number}"):
                answer = await city.matcher_a.presses_forged(f"{code}:{base36(number)}:0")
                assert answer.startswith("Det finns inte längre"), answer
    assert await everything(city) == before
