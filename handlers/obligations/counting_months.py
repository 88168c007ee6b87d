"""The clock counts months of work anew, on the day after which they should be enough."""

from handlers.handling.work import Work
from handlers.obligations import by_starts, telling
from handlers.obligations.finding import refreshed
from storage.contracts import contract as contracts
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation

AT_ONCE = 20
"""Numbers in one transaction; what is left comes in the next."""


async def count(work: Work) -> bool:
    """Count what is due, in working hours, since the supplier is thanked; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await obligations.to_count(work.session, now=work.now, at_most=AT_ONCE)
    for each in due:
        # Whatever comes of it: it is counted now, and what counting finds says when the clock comes again.
        await obligations.count_at(work.session, each.id, None)
    for contract_id, kind in dict.fromkeys((each.contract_id, each.slot_kind) for each in due):
        if kind is not None:
            for reached in await by_starts.count(work, contract_id, kind, actor=None):
                await _thank(work, reached)
    return len(due) == AT_ONCE


async def _thank(work: Work, reached: Obligation) -> None:
    contract = await contracts.find(work.session, reached.contract_id)
    if contract is not None:
        await telling.thank(work, await refreshed(work, reached), contract)
