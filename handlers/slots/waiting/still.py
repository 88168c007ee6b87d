"""An offer without a last day has lain for long: does it still hold? The supplier is asked once."""

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.offer_step import GIVEN_UP_AFTER, HOLDS_FOR, OfferStep
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations.ladder import nudge_times
from handlers.slots import change, facts, views
from handlers.slots.alerts.current import change_alerts
from handlers.slots.card import card
from handlers.slots.finding import refreshed, theirs
from handlers.slots.telling import reporter_of
from handlers.slots.waiting import asking
from handlers.slots.waiting.codes import NEW_DAY, STILL, way
from messages.message import Message
from messages.slots.facts import SlotNews
from messages.slots.waiting import SlotStillAsked
from storage.obligations import nudge_time
from storage.people.person import Person
from storage.slots import slot_life, unclaimed
from storage.slots.slot import Slot


async def ask(work: Work, slot: Slot) -> bool:
    """Ask whoever has offered it; somebody who was nudged or asked within a week is asked later."""
    reporter = await reporter_of(work, slot)
    if reporter is None:
        return True
    if await _was_asked_lately(work, reporter):
        slot.next_at = work.city.hours.working_days_later(work.now, 1)
        return False
    ways = [
        way("slot.still", STILL, slot),
        way("slot.new_day", NEW_DAY, slot),
        way("slot.withdraw", views.WITHDRAW, slot),
    ]
    until = work.city.hours.working_days_from(work.city.today(work.now), GIVEN_UP_AFTER)
    question = Message(SlotStillAsked(await facts.of_slot(work, slot), until), numbered(ways))
    await asking.ask(work, reporter, slot, question, "still")
    (await nudge_time.of_people(work.session, [reporter.id]))[reporter.id].sent_at = work.now
    return True


async def keep(work: Work, actor: Person, press: Press) -> Answer:
    """*Gäller fortfarande* was pressed: it holds for some weeks more, and is then over."""
    slot = await theirs(work, actor, Action.CHANGE_SLOT, press.number(0))
    until = work.city.hours.working_days_from(work.city.today(work.now), HOLDS_FOR)
    again_at = work.city.hours.open_from(work.now)
    if slot.asked is not OfferStep.STILL or not await slot_life.keep(
        work.session, slot.id, answer_by=until, next_at=again_at
    ):
        return await card(work, actor, await refreshed(work, slot), news=SlotNews.MOVED_ON)
    kept = await refreshed(work, slot)
    await work.record(
        LedgerEvent.SLOT_KEPT,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=slot.reference,
    )
    await change_alerts(work, kept)
    return await card(work, actor, kept, news=SlotNews.KEPT)


async def change_day(work: Work, actor: Person, press: Press) -> Answer:
    """*Ny dag* was pressed: the offer as it is, to change."""
    return await change.begin(work, actor, press)


async def _was_asked_lately(work: Work, reporter: Person) -> bool:
    half_way = work.city.hours.working_days_later(work.now, GIVEN_UP_AFTER // 2)
    if await unclaimed.was_asked_lately(work.session, reporter.id, waits_beyond=half_way):
        return True
    theirs_ = (await nudge_time.of_people(work.session, [reporter.id]))[reporter.id]
    return nudge_times.a_week_later(work, theirs_) > work.now
