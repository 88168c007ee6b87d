"""*Någon har börjat*: a placement under a random code, and a question to the supplier."""

from domain.access import Action
from domain.ledger_event import LedgerEvent
from domain.placement import BEGIN_WITH_SOMEBODY
from domain.turn.placement import PlacementFacts, turn_of
from domain.turn.turn import Side
from handlers.doorways import HEAR_START
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import contract_facts
from handlers.people import company, notice, recipient
from handlers.people.recipient import Recipient
from handlers.placements.starts.codes import NO, REPORT_EARLY, YES, key
from handlers.slots import facts
from handlers.slots.card import behind, card
from handlers.slots.finding import refreshed, theirs
from handlers.slots.telling import reporter_of
from handlers.slots.views import CARD
from messages.button import data
from messages.hearsay.hearsay import StartToAsk
from messages.label import Label
from messages.message import Message
from messages.placements.start import StartAsked, StartDoubted
from messages.slots.facts import SlotNews
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements.placement import Placement
from storage.slots import slot_life
from storage.slots.slot import Slot


async def report(work: Work, actor: Person, press: Press) -> Answer:
    """*Någon har börjat* was pressed on a slot's card; before its first day that may be a slip, and is asked about."""
    slot = await theirs(work, actor, Action.REPORT_START, press.number(0))
    is_early = slot.starts_on is not None and work.city.today(work.now) < slot.starts_on
    if is_early and slot.kind in BEGIN_WITH_SOMEBODY and slot.revision == press.number(1):
        return await _doubted(work, slot, press)
    return await _noted(work, actor, slot, press)


async def report_early(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja*: somebody has begun before the first day."""
    return await _noted(work, actor, await theirs(work, actor, Action.REPORT_START, press.number(0)), press)


async def _doubted(work: Work, slot: Slot, press: Press) -> Message:
    yes = (Label("start_doubted.yes"), data(REPORT_EARLY, *press.numbers))
    no = (Label("start_doubted.no"), data(CARD, *press.numbers))
    return Message(StartDoubted(await facts.of_slot(work, slot)), numbered([yes, no], in_a_row=2))


async def _noted(work: Work, actor: Person, slot: Slot, press: Press) -> Message:
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
    return await _asked(work, actor, slot, placement)


async def _asked(work: Work, matcher: Person, slot: Slot, placement: Placement) -> SlotNews:
    """Ask whoever's turn it is: the supplier, or where nobody there can be reached, the coordinators."""
    reporter = await reporter_of(work, slot)
    to = await company.acting_for(work, reporter) if reporter is not None else None
    turn = turn_of(PlacementFacts(placement.status, is_supplier_in_reach=to is not None))
    if to is not None and turn.side is Side.SUPPLIER:
        await _ask_supplier(work, matcher, slot, placement, to)
        return SlotNews.STARTED
    await _ask_by_phone(work, matcher, slot, placement)
    return SlotNews.STARTED_BY_PHONE


async def _ask_supplier(work: Work, matcher: Person, slot: Slot, placement: Placement, to: Recipient) -> None:
    yes = (Label("start_answer.yes"), data(YES, placement.id))
    no = (Label("start_answer.no"), data(NO, placement.id))
    asked = StartAsked(await facts.of_slot(work, slot), matcher.name, placement.code)
    question = to.gets(Message(asked, numbered([yes, no], in_a_row=2)))
    key_to = f"{key(placement.id)}{to.person.id}"
    await notice.tell_directly(work, to.person, question, about=placement.reference, key=key_to)


async def _ask_by_phone(work: Work, matcher: Person, slot: Slot, placement: Placement) -> None:
    """Whoever calls writes down what the supplier says: never the matcher whose word it is."""
    under = slot.contract_id
    to_call = await contract_facts.contacts_to_call(work, under) if under is not None else ()
    told = StartToAsk(await facts.of_slot(work, slot), matcher.name, placement.code, to_call)
    hear = numbered([(Label("hearsay.enter"), data(HEAR_START, placement.id))])
    for each in await recipient.coordinators(work):
        await notice.tell(work, each, Message(told, hear), about=placement.reference)
