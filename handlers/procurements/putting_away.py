"""*Blir inte av*: a procurement leaves the plan, and comes back where that was a mistake."""

from domain.ledger_event import LedgerEvent
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.procurements import card
from handlers.procurements.finding import planned_one
from messages.procurements.procurement import ProcurementNews
from storage.people.person import Person
from storage.procurements import plan


async def put_away(work: Work, actor: Person, press: Press) -> Answer:
    """It was pressed on a card."""
    one = await planned_one(work, actor, press.number(0))
    is_done = await plan.put_away(work.session, one.id, now=work.now)
    if is_done:
        await work.record(LedgerEvent.PROCUREMENT_PUT_AWAY, actor=actor, about=one.reference)
    return await _shown(work, actor, press, ProcurementNews.PUT_AWAY if is_done else ProcurementNews.MEANWHILE)


async def bring_back(work: Work, actor: Person, press: Press) -> Answer:
    """*Ångra* was pressed."""
    one = await planned_one(work, actor, press.number(0))
    is_done = await plan.bring_back(work.session, one.id)
    if is_done:
        await work.record(LedgerEvent.PROCUREMENT_BROUGHT_BACK, actor=actor, about=one.reference)
    return await _shown(work, actor, press, ProcurementNews.BROUGHT_BACK if is_done else ProcurementNews.MEANWHILE)


async def _shown(work: Work, actor: Person, press: Press, news: ProcurementNews) -> Answer:
    return await card.message(work, await planned_one(work, actor, press.number(0)), news)
