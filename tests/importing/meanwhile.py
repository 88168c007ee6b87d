"""What others see, and how long they wait, while a file is taken in."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from stdnum import luhn

from domain.ledger_event import LedgerEvent
from storage.contracts.contract import Contract
from storage.importing import acceptance
from storage.importing.sent_file import SentFile
from storage.ledger import LedgerRow
from storage.obligations.obligation import Obligation
from storage.people.contact import Contact, ContractContact
from storage.people.supplier import Supplier
from tests.chat import Chat
from tests.city import City
from tests.importing.sheets import csv, row

LOOK_EVERY = 0.002
PATIENCE = 90.0

IMPORTED = LedgerRow.event == LedgerEvent.CONTRACT_IMPORTED
SEEN = (Contract, Supplier, Contact, ContractContact, Obligation)
"""Where something of a file can be seen, and in the ledger."""


def many(contracts: int, *, from_day: date) -> bytes:
    """A file with so many contracts, five to a supplier, that begin from that day on and run for two years."""
    rows = []
    for n in range(contracts):
        starts_on = from_day + timedelta(days=n % 300)
        rows.append(
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
    return csv(*rows)


def company_number(of: int) -> str:
    begins = f"5599{of:05}"
    return begins + luhn.calc_check_digit(begins)


def next_month() -> date:
    return datetime.now(UTC).date() + timedelta(days=30)


async def counts(session: AsyncSession) -> tuple[int, ...]:
    """How much of everything there is."""
    found = [await session.scalar(select(func.count()).select_from(table)) or 0 for table in SEEN]
    return (*found, await session.scalar(select(func.count()).where(IMPORTED)) or 0)


async def until(is_so: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not await is_so():
            await asyncio.sleep(LOOK_EVERY)


async def answered(chat: Chat, text: str) -> str:
    """The answer to a text, whatever else is still under way."""
    before = len(chat.received)
    chat.phone.says(text)
    async with asyncio.timeout(PATIENCE):
        while len(chat.received) == before:
            await asyncio.sleep(LOOK_EVERY)
    return chat.last_text


async def is_begun(session: AsyncSession) -> bool:
    """Whether somebody has said yes, and it is being done."""
    return await session.scalar(select(SentFile.id).where(SentFile.take_in_at.is_not(None))) is not None


async def longest_wait(city: City, asker: Chat) -> float:
    """The longest that somebody waits for an answer, in seconds, until what is being taken in is in."""
    longest = 0.0
    while await city.asks(lambda session: acceptance.is_due(session, now=city.clock.now())):
        began = time.monotonic()
        await answered(asker, "/hjalp")
        longest = max(longest, time.monotonic() - began)
    return longest
