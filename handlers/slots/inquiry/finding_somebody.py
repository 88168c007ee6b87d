"""*Jag har hittat någon*: the matcher who has a slot has found somebody, and nobody writes about it from then on.

Not a word about whom: what is left to be said is said by phone or when people meet.
"""

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.placement import BEGIN_WITH_SOMEBODY
from domain.turn.turn import Side
from domain.writing import UNDO_FINDING_FOR
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots import facts
from handlers.slots.alerts.current import change_alerts
from handlers.slots.card import behind, card
from handlers.slots.finding import refreshed, theirs
from handlers.slots.inquiry import writing
from handlers.slots.inquiry.codes import ASK
from handlers.slots.telling import reporter_of, tell_reporter
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.slots.facts import SlotNews
from messages.slots.inquiry import FindingUndone, SomebodyFound
from storage.people.person import Person
from storage.slots import inquiry, slot_life
from storage.slots.slot import Slot


async def find(work: Work, actor: Person, press: Press) -> Answer:
    """*Jag har hittat någon* was pressed, on the card or under the alert: both show the card."""
    slot = await theirs(work, actor, Action.FIND_SOMEBODY, press.number(0))
    is_writing = await writing.ended(work, slot) is None
    is_found = (
        is_writing
        and slot.kind in BEGIN_WITH_SOMEBODY
        and await slot_life.find_somebody(work.session, slot.id, matcher_id=actor.id, now=work.now)
    )
    if is_found:
        await _tell(work, actor, await refreshed(work, slot))
    now = await refreshed(work, slot)
    news = SlotNews.FOUND if now.found_at is not None else SlotNews.MOVED_ON
    return await card(work, actor, now, behind(press), news)


async def undo(work: Work, actor: Person, press: Press) -> Answer:
    """*Ångra* was pressed: within ten minutes nobody is found after all."""
    slot = await theirs(work, actor, Action.FIND_SOMEBODY, press.number(0))
    since = work.now - UNDO_FINDING_FOR
    if await slot_life.undo_finding(work.session, slot.id, matcher_id=actor.id, since=since):
        await _take_back(work, actor, await refreshed(work, slot))
        news = SlotNews.FINDING_UNDONE
    else:
        news = SlotNews.FINDING_STAYS if slot.found_at is not None else SlotNews.MOVED_ON
    return await card(work, actor, await refreshed(work, slot), behind(press), news)


async def _tell(work: Work, actor: Person, slot: Slot) -> None:
    """The supplier hears it, with what of its own is left unanswered here."""
    await _record(work, actor, slot, LedgerEvent.SLOT_SOMEBODY_FOUND)
    await change_alerts(work, slot)
    reporter = await reporter_of(work, slot)
    if reporter is None:
        return
    waiting = await inquiry.waiting_about(work.session, slot.id, Side.SUPPLIER)
    found = SomebodyFound(
        await facts.of_slot(work, slot),
        actor.name,
        questions=tuple(each.question for each in waiting),
        route=await writing.route(work, slot, reporter),
    )
    await tell_reporter(work, slot, Message(found))


async def _take_back(work: Work, actor: Person, slot: Slot) -> None:
    await _record(work, actor, slot, LedgerEvent.SLOT_FINDING_UNDONE)
    await change_alerts(work, slot)
    write = numbered([(Label("inquiry.write_to", text=actor.name), data(ASK, slot.id))])
    await tell_reporter(work, slot, Message(FindingUndone(await facts.of_slot(work, slot), actor.name), write))


async def _record(work: Work, actor: Person, slot: Slot, event: LedgerEvent) -> None:
    await work.record(
        event, actor=actor, supplier_id=slot.supplier_id, contract_id=slot.contract_id, about=slot.reference
    )
