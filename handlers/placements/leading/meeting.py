"""*De har träffats*: outside Steget, where nobody writes about whom."""

from domain.ledger_event import LedgerEvent
from domain.placement import PlacementStatus
from domain.placement_life import PlacementEvent
from domain.placement_step import TimedPlacement
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements import recording, telling
from handlers.placements.card import card
from handlers.placements.clock import timing
from handlers.placements.finding import to_lead
from messages.placements.facts import PlacementNews
from storage.people.person import Person
from storage.placements import under_way


async def met(work: Work, actor: Person, press: Press) -> Answer:
    """It was pressed: the supplier's card shows it, without a message."""
    introduce = PlacementEvent.INTRODUCE
    placement, slot, can_be = await to_lead(work, actor, press.number(0), introduce)
    next_at = timing.next_at(work, TimedPlacement(PlacementStatus.INTRODUCED))
    if not can_be or not await under_way.happens(work.session, placement.id, introduce, next_at=next_at):
        return await card(work, actor, placement, slot, PlacementNews.MOVED_ON)
    await recording.record(work, actor, placement, slot, LedgerEvent.PLACEMENT_INTRODUCED)
    await telling.show_as_it_is(work, placement, except_at=telling.shown_at(press))
    return await card(work, actor, placement, slot, PlacementNews.INTRODUCED)
