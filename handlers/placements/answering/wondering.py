"""*Behöver veta mer*: what the supplier wants to know before it answers, chosen from a list."""

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.placement_life import PLACEMENT_LIFE, PlacementEvent
from domain.placement_step import TimedPlacement
from domain.proposal_answer import WantsToKnow
from handlers.handling.answer import Answer
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements import facts, recording, telling, views
from handlers.placements.card import card
from handlers.placements.clock import timing
from handlers.placements.codes import ASK_MORE, KNOW_MORE
from handlers.placements.finding import theirs
from handlers.placements.views import Shown
from handlers.slots.reaching.reachable import shown_to
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.placements.facts import PlacementNews
from messages.placements.proposal import MoreAsked, MoreWondered
from storage.people import person
from storage.people.person import Person
from storage.placements import under_way
from storage.placements.placement import Placement
from storage.slots.slot import Slot

TOPICS = tuple(WantsToKnow)


async def choose(work: Work, actor: Person, press: Press) -> Answer:
    """*Behöver veta mer* was pressed, or one of the questions: it is chosen, or not any more."""
    placement, slot = await theirs(work, actor, Action.ANSWER_PROPOSAL, press.number(0))
    if not PLACEMENT_LIFE.allows(placement.status, PlacementEvent.INTEREST):
        return await card(work, actor, placement, slot, PlacementNews.MOVED_ON)
    chosen = _chosen(placement, press.number(1))
    told = await facts.told(work, placement, slot, is_to_supplier=True)
    return Message(MoreAsked(told, chosen), numbered(_choices(placement, chosen)))


async def ask(work: Work, actor: Person, press: Press) -> Answer:
    """*Skicka* was pressed: the matcher gets the questions, and the supplier isn't waited for meanwhile."""
    placement, slot = await theirs(work, actor, Action.ANSWER_PROPOSAL, press.number(0))
    # Held, so that of two who ask at once neither forgets what the other wants to know.
    held = await under_way.locked(work.session, placement.id) or placement
    chosen = _chosen(held, press.number(1))
    if not chosen or not PLACEMENT_LIFE.allows(held.status, PlacementEvent.INTEREST):
        return await card(work, actor, held, slot, PlacementNews.MOVED_ON)
    topics = (held.wants_to_know or {}) | {topic.value: "" for topic in chosen}
    next_at = timing.next_at(work, TimedPlacement(held.status, awaits_answer=True))
    await under_way.want_to_know(work.session, held, topics, next_at=next_at)
    await recording.record(work, actor, held, slot, LedgerEvent.PLACEMENT_ASKED_ABOUT, ", ".join(chosen))
    await telling.show_as_it_is(work, held, except_at=telling.shown_at(press))
    await _tell_matcher(work, actor, held, slot)
    return await card(work, actor, held, slot, PlacementNews.ASKED)


async def _tell_matcher(work: Work, actor: Person, placement: Placement, slot: Slot) -> None:
    told = await facts.told(work, placement, slot, is_to_supplier=False)
    holder = await person.find(work.session, slot.claimed_by or placement.matcher_id)
    buttons = views.card_buttons(Shown(placement, slot, has_room=True), holder)
    to = await shown_to(work, holder, slot)
    said = MoreWondered(told, actor.name, to.name if to else "", work.city.contact)
    message = Message(said, buttons, details_of=to.reference if to else None)
    await telling.tell_matcher(work, placement, slot, message, "wondered")


def _chosen(placement: Placement, bits: int) -> tuple[WantsToKnow, ...]:
    """What is chosen, as the button says; what was asked before isn't asked again."""
    asked = placement.wants_to_know or {}
    return tuple(topic for place, topic in enumerate(TOPICS) if max(bits, 0) >> place & 1 and topic not in asked)


def _choices(placement: Placement, chosen: tuple[WantsToKnow, ...]) -> list[Choice]:
    asked, bits = placement.wants_to_know or {}, sum(1 << TOPICS.index(topic) for topic in chosen)
    topics = [
        (
            Label(f"wants_to_know.{topic}", note="wish.chosen" if topic in chosen else ""),
            data(KNOW_MORE, placement.id, bits ^ 1 << place),
        )
        for place, topic in enumerate(TOPICS)
        if topic not in asked
    ]
    send = [(Label("placement.ask_more"), data(ASK_MORE, placement.id, bits))] if chosen else []
    return [*topics, *send, views.back(placement.id)]
