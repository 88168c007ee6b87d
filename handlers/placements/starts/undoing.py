"""*Ångra*: the matcher takes back the latest start in a slot, and everything that came of it."""

from domain.access import may
from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.placement import PlacementStatus
from domain.placement_life import PlacementEvent
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements import telling
from handlers.placements.starts import counting, shown
from handlers.placements.starts.codes import UNDO_CONFIRMED
from handlers.slots import facts
from handlers.slots.card import behind, card
from handlers.slots.finding import refreshed, theirs
from handlers.slots.telling import tell_reporter
from handlers.slots.views import CARD
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.placements.start import StartNews, UndoDoubted
from messages.slots.facts import SlotNews
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements.placement import Placement
from storage.slots.slot import Slot


async def undo(work: Work, actor: Person, press: Press) -> Answer:
    """*Ångra* was pressed on a slot's card; where the supplier has confirmed the start, that is asked about first."""
    slot = await theirs(work, actor, Action.SEE_SLOT, press.number(0))
    latest = await _latest(work, actor, slot)
    if latest is not None and latest.status is PlacementStatus.CONFIRMED:
        return await _doubted(work, slot, latest, press)
    return await _undone(work, actor, slot, latest, press)


async def undo_confirmed(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja, ta bort starten* was pressed, of the start that was asked about."""
    slot = await theirs(work, actor, Action.SEE_SLOT, press.number(0))
    latest = await _latest(work, actor, slot)
    is_that_one = latest is not None and latest.id == press.number(1)
    return await _undone(work, actor, slot, latest if is_that_one else None, press)


async def _doubted(work: Work, slot: Slot, latest: Placement, press: Press) -> Message:
    selection = behind(press).numbers
    yes = (Label("undo_doubted.yes"), data(UNDO_CONFIRMED, slot.id, latest.id, *selection))
    no = (Label("undo_doubted.no"), data(CARD, slot.id, slot.revision, *selection))
    doubted = UndoDoubted(await facts.of_slot(work, slot), latest.code)
    return Message(doubted, numbered([yes, no], in_a_row=2))


async def _undone(work: Work, actor: Person, slot: Slot, latest: Placement | None, press: Press) -> Message:
    news = await _undo(work, actor, slot, latest) if latest is not None else SlotNews.MOVED_ON
    return await card(work, actor, await refreshed(work, slot), behind(press), news)


async def _undo(work: Work, actor: Person, slot: Slot, latest: Placement) -> SlotNews:
    was_confirmed = latest.status is PlacementStatus.CONFIRMED
    is_undone = await placements.let_happen(
        work.session, latest.id, PlacementEvent.UNDO, settled_by=actor.id, now=work.now
    )
    if not is_undone:
        return SlotNews.MOVED_ON
    await work.record(
        LedgerEvent.PLACEMENT_UNDONE,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=latest.reference,
        content=latest.code,
    )
    await counting.taken_back(work, actor, latest, slot)
    await telling.show_as_it_is(work, latest)
    await _tell_supplier(work, latest, await refreshed(work, slot), was_confirmed=was_confirmed)
    return SlotNews.START_UNDONE


async def _latest(work: Work, actor: Person, slot: Slot) -> Placement | None:
    live = await placements.live_in(work.session, slot.id)
    theirs = [each for each in live if may(actor.actor, Action.UNDO_START, each.subject_in(slot))]
    return theirs[-1] if theirs else None


async def _tell_supplier(work: Work, placement: Placement, slot: Slot, *, was_confirmed: bool) -> None:
    """The question shows it; after a *Ja* the reporter is told as well, since nobody sees an old message change."""
    message = await shown.settled(work, placement, slot, StartNews.UNDONE)
    await shown.change(work, placement, message)
    if was_confirmed:
        await tell_reporter(work, slot, Message(message.parameters), about=placement.reference)
