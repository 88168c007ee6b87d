"""What the histories of contracts tell, beside what the record holds."""

import re

from sqlalchemy import func, select

from bot.demo.local_telegram import Phone
from handlers.contracts.codes import HISTORY
from messages.button import data
from storage.ledger import LedgerRow
from tests.city import City

TOLD = (
    "contract_imported",
    "contract_changed",
    "obligation_added",
    "obligation_reminded",
    "obligation_not_reminded",
    "obligation_answered",
    "obligation_offered",
    "obligation_offer_withdrawn",
    "obligation_time_suggested",
    "obligation_fulfilled",
    "obligation_reversed",
    "obligation_moved",
    "obligation_waived",
    "obligation_escalated",
    "obligation_called",
    "obligation_followed_up",
    "obligation_dropped",
    "obligation_restored",
    "reminders_held",
    "reminders_resumed",
    "supplier_heard",
    "hearsay_agreed",
    "hearsay_objected",
    "hearsay_taken_back",
    "slot_reported",
    "slot_undone",
    "slot_withdrawn",
    "slot_expired",
    "slot_held",
    "placement_proposed",
    "placement_asked_about",
    "placement_explained",
    "placement_interested",
    "placement_declined",
    "placement_withdrawn",
    "placement_introduced",
    "placement_agreed",
    "placement_started",
    "placement_confirmed",
    "placement_denied",
    "placement_undone",
    "placement_settled",
    "placement_end_said",
    "placement_goes_on",
    "placement_completed",
    "placement_ended_early",
    "meeting_planned",
    "meeting_moved",
    "meeting_cancelled",
    "meeting_reminded",
    "meeting_answered",
    "meeting_time_kept",
    "meeting_held",
    "meeting_not_held",
    "meeting_miss_explained",
    "meeting_agreed",
    "meeting_summarised",
    "meeting_disputed",
    "meeting_confirmed",
)
"""What the record calls that of which a contract's history tells. Written out: the record can't be renamed."""

LINE_OF_HISTORY = re.compile(r"^\d+ \S+ \d{4} · ", re.MULTILINE)
PAGES = re.compile(r"^Sida \d+ av (\d+)$", re.MULTILINE)


async def recorded(city: City) -> dict[int, int]:
    """How many lines of history each contract has, by the record."""
    contract = LedgerRow.contract_id
    counted = select(contract, func.count()).where(LedgerRow.event.in_(TOLD)).group_by(contract)
    rows = await city.asks(lambda session: session.execute(counted))
    return {contract_id: number for contract_id, number in rows if contract_id is not None}


async def lines_of_history(city: City, phone: Phone, contract_id: int) -> int:
    """How many are told, on all its pages."""
    message_id = next(message.message_id for message in reversed(phone.received()) if message.kind == "text")
    told, page, pages = 0, 0, 1
    while page < pages:
        phone.presses(message_id, data(HISTORY, contract_id, page))
        await city.settled()
        words = next(message.words for message in phone.received() if message.message_id == message_id)
        told += len(LINE_OF_HISTORY.findall(words))
        page, pages = page + 1, max(map(int, PAGES.findall(words)), default=1)
    return told
