"""*Någon har börjat*: a placement under a random code, and a question to the supplier."""

from domain.access import Action
from domain.ledger_event import LedgerEvent
from domain.placement import BEGIN_WITH_SOMEBODY
from handlers.form.asking import show_again
from handlers.handling.press import Press
from handlers.handling.showing import show_in_place
from handlers.handling.work import Work
from handlers.people import notice, recipient
from handlers.slots import facts as slot_facts
from handlers.slots.card import behind, card
from handlers.slots.found import again, found
from handlers.slots.starts.codes import NO, YES, key
from messages.button import Button, data
from messages.label import Label
from messages.message import Message
from messages.slots import start as said
from messages.slots.facts import SlotNews
from storage.outbox import Ring
from storage.people import person
from storage.people.person import Person
from storage.slots import placement as placements
from storage.slots import slot as slots
from storage.slots.placement import Placement
from storage.slots.slot import Slot


async def report(work: Work, actor: Person, press: Press) -> None:
    """It was pressed on a slot's card."""
    slot = await found(work, actor, Action.REPORT_START, press.number(0))
    if slot is not None:
        news = await _report(work, actor, slot, revision=press.number(1))
        await show_in_place(work, actor, press, await card(work, actor, await again(work, slot), behind(press), news))


async def _report(work: Work, actor: Person, slot: Slot, *, revision: int) -> SlotNews:
    # The update holds the slot, so that what is counted in it stays true, and a second tap comes too late.
    if slot.kind not in BEGIN_WITH_SOMEBODY or not await slots.start(work.session, slot.id, revision=revision):
        return SlotNews.MOVED_ON
    if len(await placements.live_in(work.session, slot.id)) >= slot.places:
        return SlotNews.ALL_STARTED
    placement = await placements.start(work.session, slot.id, started_by=actor.id, now=work.now)
    await work.record(
        LedgerEvent.PLACEMENT_STARTED,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=placement.reference,
        content=placement.code,
    )
    await _ask_supplier(work, actor, slot, placement)
    return SlotNews.STARTED


async def _ask_supplier(work: Work, matcher: Person, slot: Slot, placement: Placement) -> None:
    """Ask somebody who can answer for the company; where nobody can, the coordinators see what waits."""
    if slot.reported_by is None:
        return
    reporter = await person.find(work.session, slot.reported_by)
    asked = said.StartAsked(await slot_facts.of_slot(work, slot), matcher.name, placement.code)
    to = await recipient.of_company(work, reporter)
    if to is None:
        await notice.tell(work, reporter, Message(asked), about=placement.reference)
        return
    yes = Button(Label("start_answer.yes"), data(YES, placement.id), number=1)
    no = Button(Label("start_answer.no"), data(NO, placement.id), number=2)
    await work.tell(
        to.person,
        to.gets(Message(asked, ((yes, no),))),
        ring=Ring.IN_WORKING_HOURS,
        key=f"{key(placement.id)}{to.person.id}",
        about=placement.reference,
    )
    await show_again(work, to.person)
