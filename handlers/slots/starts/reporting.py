"""*Någon har börjat*: a placement under a random code, and a question to the supplier."""

from domain.access import Action
from domain.ledger_event import LedgerEvent
from domain.placement import BEGIN_WITH_SOMEBODY
from handlers.doorways import HEAR_START
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import contract_facts
from handlers.people import company, notice, recipient
from handlers.slots import facts
from handlers.slots.card import behind, card
from handlers.slots.finding import refreshed, theirs
from handlers.slots.starts.codes import NO, YES, key
from handlers.slots.telling import reporter_of
from messages.button import data
from messages.hearsay.hearsay import StartToAsk
from messages.label import Label
from messages.message import Message
from messages.slots.facts import SlotNews
from messages.slots.start import StartAsked
from storage.people.person import Person
from storage.slots import placement as placements
from storage.slots import slot_life
from storage.slots.placement import Placement
from storage.slots.slot import Slot


async def report(work: Work, actor: Person, press: Press) -> Answer:
    """*Någon har börjat* was pressed on a slot's card."""
    slot = await theirs(work, actor, Action.REPORT_START, press.number(0))
    news = await _report(work, actor, slot, revision=press.number(1))
    return await card(work, actor, await refreshed(work, slot), behind(press), news)


async def _report(work: Work, actor: Person, slot: Slot, *, revision: int) -> SlotNews:
    # The update holds the slot, so that what is counted in it stays true, and a second tap comes too late.
    if slot.kind not in BEGIN_WITH_SOMEBODY or not await slot_life.start(work.session, slot.id, revision=revision):
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
    is_asked = await _ask_supplier(work, actor, slot, placement)
    return SlotNews.STARTED if is_asked else SlotNews.STARTED_BY_PHONE


async def _ask_supplier(work: Work, matcher: Person, slot: Slot, placement: Placement) -> bool:
    """Ask somebody who can answer for the company; where nobody can, the coordinators call. Says which it is."""
    reporter = await reporter_of(work, slot)
    to = await company.acting_for(work, reporter) if reporter is not None else None
    if to is None:
        await _ask_by_phone(work, matcher, slot, placement)
        return False
    asked = StartAsked(await facts.of_slot(work, slot), matcher.name, placement.code)
    yes = (Label("start_answer.yes"), data(YES, placement.id))
    no = (Label("start_answer.no"), data(NO, placement.id))
    question = to.gets(Message(asked, numbered([yes, no], in_a_row=2)))
    key_to = f"{key(placement.id)}{to.person.id}"
    await notice.tell_directly(work, to.person, question, about=placement.reference, key=key_to)
    return True


async def _ask_by_phone(work: Work, matcher: Person, slot: Slot, placement: Placement) -> None:
    """Whoever calls writes down what the supplier says: never the matcher whose word it is."""
    under = slot.contract_id
    to_call = await contract_facts.contacts_to_call(work, under) if under is not None else ()
    told = StartToAsk(await facts.of_slot(work, slot), matcher.name, placement.code, to_call)
    hear = numbered([(Label("hearsay.enter"), data(HEAR_START, placement.id))])
    for each in await recipient.coordinators(work):
        await notice.tell(work, each, Message(told, hear), about=placement.reference)
