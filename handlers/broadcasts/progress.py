"""The card of a broadcast shows how far it has come: at each quarter, and when all is through."""

from domain.broadcast import quarters
from handlers.broadcasts import card
from handlers.broadcasts.accepting import card_key
from handlers.handling.work import Work
from storage import outbox
from storage.broadcasts import queueing
from storage.broadcasts.broadcast import Broadcast
from storage.broadcasts.report import report_of


async def show(work: Work) -> bool:
    """Change the cards of those that have come another quarter since; nothing is left to do then."""
    for broadcast in await queueing.on_the_way(work.session):
        report = await report_of(work.session, broadcast)
        come = quarters(report.accepted + report.undelivered + report.uncertain, report.waiting)
        if come > broadcast.told_quarters:
            broadcast.told_quarters = come
            await _show(work, broadcast)
    return False


async def _show(work: Work, broadcast: Broadcast) -> None:
    for row in await outbox.said_under(work.session, [card_key(broadcast)]):
        await work.edit(row.id, await card.reported(work, broadcast))
