"""See slots, and do what takes one press. Each press is judged by who presses, and shows what is true afterwards."""

from domain.access import may
from domain.action import Action
from domain.command import Command, may_use
from domain.ledger_event import LedgerEvent
from domain.slot import SlotStatus
from domain.slot_filter import SlotFacet
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.slots import facts, listing, timing
from handlers.slots.alerts import alert
from handlers.slots.alerts.current import change_alerts
from handlers.slots.card import behind, card
from handlers.slots.claiming import claimed
from handlers.slots.finding import refreshed, theirs
from handlers.slots.following import changed_hands
from handlers.slots.selection import Selection, selection_of
from handlers.slots.telling import tell_reporter
from handlers.slots.views import CARD, RELEASE_ANYWAY
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.slots.claim import ReleaseDoubted, SlotReleased
from messages.slots.facts import SlotNews
from storage.people.person import Person
from storage.placements import under_way
from storage.slots import slot_life
from storage.slots.slot import Slot


async def show_list(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/platser."""
    return await listing.page(work, actor, Selection())


async def turn_page(work: Work, actor: Person, press: Press) -> Answer:
    """A page, a filter's value or the way to the list was pressed."""
    _require_list(actor)
    return await listing.page(work, actor, selection_of(press.numbers))


async def choose_filter(work: Work, actor: Person, press: Press) -> Answer:
    """A filter was pressed: which value?"""
    _require_list(actor)
    facets = list(SlotFacet)
    facet = facets[press.number(0)] if 0 <= press.number(0) < len(facets) else facets[0]
    return await listing.values(work, actor, selection_of(press.numbers[1:]), facet)


def _require_list(actor: Person) -> None:
    if not may_use(actor.role, Command.SLOTS):
        raise NotTheirsError


async def show_card(work: Work, actor: Person, press: Press) -> Answer:
    """A slot was chosen."""
    return await _card(work, actor, press, await theirs(work, actor, Action.SEE_SLOT, press.number(0)))


async def take(work: Work, actor: Person, press: Press) -> Answer:
    """*Jag tar den* was pressed on a card."""
    slot = await theirs(work, actor, Action.CLAIM_SLOT, press.number(0))
    is_taken = await claimed(work, actor, slot, revision=press.number(1))
    return await _card(work, actor, press, slot, is_done=is_taken)


async def release(work: Work, actor: Person, press: Press) -> Answer:
    """*Lämna tillbaka* was pressed."""
    slot = await theirs(work, actor, Action.SEE_SLOT, press.number(0))
    proposed = await under_way.in_slot(work.session, slot.id)
    if proposed and may(actor.actor, Action.RELEASE_SLOT, slot.subject):
        return await _release_doubted(work, slot, press, len(proposed))
    return await _release(work, actor, slot, press)


async def release_anyway(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja*: it is given back though somebody is proposed for it."""
    return await _release(work, actor, await theirs(work, actor, Action.SEE_SLOT, press.number(0)), press)


async def _release_doubted(work: Work, slot: Slot, press: Press, proposed: int) -> Message:
    yes = (Label("release_doubted.yes"), data(RELEASE_ANYWAY, *press.numbers))
    no = (Label("release_doubted.no"), data(CARD, *press.numbers))
    return Message(ReleaseDoubted(await facts.of_slot(work, slot), proposed), numbered([yes, no], in_a_row=2))


async def _release(work: Work, actor: Person, slot: Slot, press: Press) -> Message:
    # One who has it no longer is shown who has, so the question is asked here and not when it is looked for.
    may_release = may(actor.actor, Action.RELEASE_SLOT, slot.subject) and not timing.is_past(work, slot)
    again_at = timing.next_at(work, slot.timed, status=SlotStatus.OPEN)
    is_released = may_release and await slot_life.release(work.session, slot.id, matcher_id=actor.id, next_at=again_at)
    if is_released:
        await _open_again(work, actor, slot, event=LedgerEvent.SLOT_RELEASED)
        released = SlotReleased(await facts.of_slot(work, slot), actor.name, work.city.contact)
        await tell_reporter(work, slot, Message(released))
        await changed_hands(work, actor, await refreshed(work, slot))
    return await _card(work, actor, press, slot, is_done=is_released)


async def pause(work: Work, actor: Person, press: Press) -> Answer:
    """*Pausa* was pressed."""
    slot = await theirs(work, actor, Action.PAUSE_SLOT, press.number(0))
    again_at = timing.next_at(work, slot.timed, status=SlotStatus.PAUSED)
    is_paused = not timing.is_past(work, slot) and await slot_life.pause(work.session, slot.id, next_at=again_at)
    if is_paused:
        await _record(work, actor, slot, LedgerEvent.SLOT_PAUSED)
        await change_alerts(work, await refreshed(work, slot))
    return await _card(work, actor, press, slot, is_done=is_paused)


async def resume(work: Work, actor: Person, press: Press) -> Answer:
    """*Öppna igen* was pressed."""
    slot = await theirs(work, actor, Action.PAUSE_SLOT, press.number(0))
    again_at = timing.next_at(work, slot.timed, status=SlotStatus.OPEN)
    is_resumed = not timing.is_past(work, slot) and await slot_life.resume(work.session, slot.id, next_at=again_at)
    if is_resumed:
        await _open_again(work, actor, slot, event=LedgerEvent.SLOT_RESUMED)
    return await _card(work, actor, press, slot, is_done=is_resumed)


async def _open_again(work: Work, actor: Person, slot: Slot, *, event: LedgerEvent) -> None:
    """Let old alerts be answered again, and ask afresh, since nobody hears an old message change."""
    opened = await refreshed(work, slot)
    await _record(work, actor, opened, event)
    await change_alerts(work, opened)
    await alert.send_open_again(work, opened, except_to=actor)


async def _record(work: Work, actor: Person, slot: Slot, event: LedgerEvent) -> None:
    await work.record(
        event, actor=actor, supplier_id=slot.supplier_id, contract_id=slot.contract_id, about=slot.reference
    )


async def _card(work: Work, actor: Person, press: Press, slot: Slot, *, is_done: bool = True) -> Message:
    """The card as it is now; where the press came too late, with a word about that."""
    news = None if is_done else SlotNews.MOVED_ON
    return await card(work, actor, await refreshed(work, slot), behind(press), news)
