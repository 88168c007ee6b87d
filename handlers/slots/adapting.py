"""*Vad kan anpassas?*: what the workplace can be like, as the supplier presses, or a matcher who hears it by phone.

What is chosen travels in the buttons until *Klart*, so that each press says what is to be, and nothing is half kept.
"""

from collections.abc import Collection
from dataclasses import replace

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.role import Role
from domain.slot_life import SLOT_LIFE, SlotEvent
from domain.wish import Adaptation
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots import facts, views
from handlers.slots.alerts.current import change_alerts
from handlers.slots.card import card
from handlers.slots.finding import refreshed, theirs
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.slots.adapting import AdaptationsAsked
from messages.slots.facts import SlotNews
from storage.people.person import Person
from storage.slots import slot_life
from storage.slots.slot import Slot

TOGGLE, SAVE = "adt", "ads"
"""They carry the slot's id and revision, and what is chosen: the sum of 1, 2, 4 and so on, by the place of each."""

CHOSEN = "wish.chosen"


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Vad kan anpassas?* was pressed on a card."""
    slot = await theirs(work, actor, Action.ADAPT_SLOT, press.number(0))
    return await _question(work, actor, slot, [Adaptation(each) for each in slot.adaptations or ()])


async def toggle(work: Work, actor: Person, press: Press) -> Answer:
    """One was pressed: chosen, or not any more."""
    slot = await theirs(work, actor, Action.ADAPT_SLOT, press.number(0))
    return await _question(work, actor, slot, _chosen(press.number(2)))


async def save(work: Work, actor: Person, press: Press) -> Answer:
    """*Klart* was pressed: what is chosen holds, and nothing else; where something has happened, the card says so."""
    slot = await theirs(work, actor, Action.ADAPT_SLOT, press.number(0))
    chosen = [each.value for each in _chosen(press.number(2))]
    if not await slot_life.adapt(work.session, slot.id, chosen, revision=press.number(1)):
        return await card(work, actor, await refreshed(work, slot), news=SlotNews.MOVED_ON)
    adapted = await refreshed(work, slot)
    await work.record(
        LedgerEvent.SLOT_CHANGED,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=slot.reference,
        content=f"adaptations: {', '.join(chosen)}",
    )
    await change_alerts(work, adapted)
    return await card(work, actor, adapted, news=SlotNews.ADAPTED)


async def _question(work: Work, actor: Person, slot: Slot, chosen: Collection[Adaptation]) -> Answer:
    if not SLOT_LIFE.allows(slot.status, SlotEvent.ADAPT):
        return await card(work, actor, slot, news=SlotNews.MOVED_ON)
    asked = AdaptationsAsked(await facts.of_slot(work, slot), is_own=actor.role is Role.SUPPLIER)
    return Message(asked, _buttons(slot, chosen))


def _buttons(slot: Slot, chosen: Collection[Adaptation]) -> Rows:
    """Each with what would be chosen after a press on it."""
    choices = [
        (_label(each, is_chosen=each in chosen), data(TOGGLE, slot.id, slot.revision, _sum({each} ^ set(chosen))))
        for each in Adaptation
    ]
    done = (Label("answer.done"), data(SAVE, slot.id, slot.revision, _sum(chosen)))
    back = (Label("answer.back"), data(views.CARD, slot.id, slot.revision))
    return numbered([*choices, done, back], in_a_row=2)


def _label(each: Adaptation, *, is_chosen: bool) -> Label:
    label = Label(f"adaptation.{each}")
    return replace(label, note=CHOSEN) if is_chosen else label


def _sum(chosen: Collection[Adaptation]) -> int:
    return sum(1 << place for place, each in enumerate(Adaptation) if each in chosen)


def _chosen(carried: int) -> list[Adaptation]:
    """Nothing where a forged button carries nothing."""
    return [each for place, each in enumerate(Adaptation) if max(carried, 0) >> place & 1]
