"""What conversations about results share: entering them, seeing them, and what the ledger has of them."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.ledger_event import LedgerEvent
from domain.slot import SlotKind
from handlers.handling.work import Work
from storage.ledger import LedgerRow, LedgerText
from storage.results import earlier_result
from storage.results.earlier_result import EarlierResult
from tests.chat import Chat
from tests.city import City


async def recorded(city: City, event: LedgerEvent) -> list[str]:
    """What the ledger has of it, in words."""

    async def texts(session: AsyncSession) -> list[str]:
        of_event = select(LedgerText.content).join(LedgerRow, LedgerRow.id == LedgerText.ledger_id)
        return list(await session.scalars(of_event.where(LedgerRow.event == event).order_by(LedgerRow.id)))

    return await city.asks(texts)


async def sees_results(chat: Chat) -> str:
    """The list of results, which is a page of the overview."""
    await chat.says("/oversikt")
    return await chat.presses("Resultat och program")


async def enters(city: City, kind: SlotKind, number: int) -> None:
    """An earlier result of the first supplier, without a word."""

    async def enter(work: Work) -> None:
        row = EarlierResult(
            supplier_id=1, kind=kind, number=number, year=2026, source="Redovisning", entered_at=work.now
        )
        await earlier_result.enter(work.session, row)

    await city.does_work(enter)
