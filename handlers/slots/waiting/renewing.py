"""*Erbjud igen*: one press makes the same offer from the next working day; only a visit's day has to be asked for."""

import json
from datetime import date

from domain.action import Action
from domain.slot import Offer, SlotStatus
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots.card import behind, card
from handlers.slots.finding import refreshed, theirs
from handlers.slots.report import reporting
from handlers.slots.report.lookup import answers_of
from messages.slots.facts import SlotNews
from storage.contracts import contract
from storage.people.person import Person
from storage.slots import slot_life
from storage.slots.slot import Slot

DAYS = ("starts_on", "ends_on", "answer_by")


async def renew(work: Work, actor: Person, press: Press) -> Answer:
    """*Erbjud igen* was pressed."""
    slot = await theirs(work, actor, Action.CHANGE_SLOT, press.number(0))
    if slot.status is not SlotStatus.EXPIRED or slot.starts_on is None:
        return await card(work, actor, slot, behind(press), SlotNews.MOVED_ON)
    if slot.timed.is_held_on_a_day:
        if press.shown is not None:
            await work.take_buttons_away(press.shown.id)
        answers = {name: answer for name, answer in answers_of(slot).items() if name not in DAYS}
        return await reporting.begin(work, actor, answers)
    if not await slot_life.renew(work.session, slot.id):
        return await card(work, actor, await refreshed(work, slot), behind(press), SlotNews.MOVED_ON)
    offer = await _offered_anew(work, slot, slot.starts_on)
    content = json.dumps({**answers_of(slot), "starts_on": offer.starts_on.isoformat()}, sort_keys=True)
    return await reporting.offer_it(work, actor, slot.supplier_id, offer, content, adaptations=slot.adaptations)


async def _offered_anew(work: Work, slot: Slot, first: date) -> Offer:
    """The same, as long, from its first day where that is still to come, else from the next working day."""
    today = work.city.today(work.now)
    starts_on = first if first > today else work.city.hours.next_working_day(today)
    running = await contract.running(work.session, slot.supplier_id, on=today)
    is_running = slot.contract_id in {each.id for each in running}
    return Offer(
        kind=slot.kind,
        trade=slot.trade,
        places=slot.places,
        area=slot.area,
        starts_on=starts_on,
        ends_on=slot.ends_on + (starts_on - first) if slot.ends_on is not None else None,
        contract_id=slot.contract_id if is_running else None,
        details=dict(slot.details),
    )
