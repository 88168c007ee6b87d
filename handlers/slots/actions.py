"""See slots, and do what takes one press. Each press is judged by who presses, and shows what is true afterwards."""

from domain.access import Action, may
from domain.ledger_event import LedgerEvent
from domain.slot_filter import SlotFacet
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.people import notice
from handlers.slots import facts as slot_facts
from handlers.slots import listing
from handlers.slots.alerts import alert
from handlers.slots.card import behind, card
from handlers.slots.claim import actions as claim
from handlers.slots.found import again, found
from handlers.slots.selection import Selection, selection_of
from messages import supplier
from messages.message import Message
from messages.slots.facts import SlotNews
from storage.people import person
from storage.people.person import Person
from storage.slots import slot as slots
from storage.slots.slot import Slot


async def show_list(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/platser."""
    return await listing.page(work, actor, Selection())


async def turn_to(work: Work, actor: Person, press: Press) -> None:
    """A page, a filter's value or the way to the list was pressed."""
    await _show(work, actor, press, await listing.page(work, actor, selection_of(press.numbers)))


async def choose_filter(work: Work, actor: Person, press: Press) -> None:
    """A filter was pressed: which value?"""
    facets = list(SlotFacet)
    facet = facets[press.number(0)] if 0 <= press.number(0) < len(facets) else facets[0]
    await _show(work, actor, press, await listing.values(work, actor, selection_of(press.numbers[1:]), facet))


async def show_card(work: Work, actor: Person, press: Press) -> None:
    """A slot was chosen."""
    slot = await found(work, actor, Action.SEE_SLOT, press.number(0))
    if slot is not None:
        await _show_card(work, actor, press, slot)


async def take(work: Work, actor: Person, press: Press) -> None:
    """*Jag tar den* was pressed on a card."""
    slot = await found(work, actor, Action.CLAIM_SLOT, press.number(0))
    if slot is not None:
        is_taken = await claim.claimed(work, actor, slot, revision=press.number(1))
        await _show_card(work, actor, press, slot, is_done=is_taken)


async def release(work: Work, actor: Person, press: Press) -> None:
    """*Lämna tillbaka* was pressed."""
    slot = await found(work, actor, Action.SEE_SLOT, press.number(0))
    if slot is None:
        return
    # One who has it no longer is shown who has, so the question is asked here and not when it is looked for.
    is_released = may(actor.actor, Action.RELEASE_SLOT, slot.subject) and await slots.release(
        work.session,
        slot.id,
        matcher_id=actor.id,
        ask_again_at=work.city.hours.one_working_day_later(work.now),
    )
    if is_released:
        await _open_again(work, actor, slot, event=LedgerEvent.SLOT_RELEASED)
        await _tell_supplier(work, actor, slot)
    await _show_card(work, actor, press, slot, is_done=is_released)


async def pause(work: Work, actor: Person, press: Press) -> None:
    """*Pausa* was pressed."""
    slot = await found(work, actor, Action.PAUSE_SLOT, press.number(0))
    if slot is None:
        return
    is_paused = await slots.pause(work.session, slot.id)
    if is_paused:
        await _record(work, actor, slot, LedgerEvent.SLOT_PAUSED)
        await claim.change_alerts(work, await again(work, slot))
    await _show_card(work, actor, press, slot, is_done=is_paused)


async def resume(work: Work, actor: Person, press: Press) -> None:
    """*Öppna igen* was pressed."""
    slot = await found(work, actor, Action.PAUSE_SLOT, press.number(0))
    if slot is None:
        return
    ask_again_at = work.city.hours.one_working_day_later(work.now)
    is_resumed = await slots.resume(work.session, slot.id, ask_again_at=ask_again_at)
    if is_resumed:
        await _open_again(work, actor, slot, event=LedgerEvent.SLOT_RESUMED)
    await _show_card(work, actor, press, slot, is_done=is_resumed)


async def _open_again(work: Work, actor: Person, slot: Slot, *, event: LedgerEvent) -> None:
    """Let old alerts be answered again, and ask afresh, since nobody hears an old message change."""
    opened = await again(work, slot)
    await _record(work, actor, opened, event)
    await claim.change_alerts(work, opened)
    await alert.send_open_again(work, opened, except_to=actor)


async def _tell_supplier(work: Work, matcher: Person, slot: Slot) -> None:
    if slot.reported_by is None:
        return
    message = Message(supplier.SlotReleased(await slot_facts.of_slot(work, slot), matcher.name, work.city.contact))
    await notice.tell(work, await person.find(work.session, slot.reported_by), message, about=slot.reference)


async def _record(work: Work, actor: Person, slot: Slot, event: LedgerEvent) -> None:
    await work.record(event, actor=actor, supplier_id=slot.supplier_id, about=slot.reference)


async def _show_card(work: Work, actor: Person, press: Press, slot: Slot, *, is_done: bool = True) -> None:
    """The card as it is now; where the press came too late, with a word about that."""
    news = None if is_done else SlotNews.MOVED_ON
    await _show(work, actor, press, await card(work, actor, await again(work, slot), behind(press), news))


async def _show(work: Work, actor: Person, press: Press, message: Message) -> None:
    """Show it where the button was pressed."""
    if press.shown is None:
        await work.tell(actor, message)
    else:
        await work.edit(press.shown.id, message)
