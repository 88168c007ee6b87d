"""*Svara på frågorna*: the matcher answers what the supplier wants to know, from lists, or calls."""

from domain.ledger_event import LedgerEvent
from domain.placement_life import PlacementEvent
from domain.placement_step import TimedPlacement
from domain.proposal_answer import ANSWERS, ToldAnswer, WantsToKnow
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements import facts, recording, telling, views
from handlers.placements.card import card
from handlers.placements.clock import timing
from handlers.placements.codes import EXPLAINED
from handlers.placements.finding import to_lead
from handlers.placements.views import Shown
from handlers.slots.telling import answering_for
from messages.message import Message
from messages.placements.facts import PlacementNews
from messages.placements.proposal import AnswerAsked, MoreTold
from storage.people.person import Person
from storage.placements import under_way
from storage.placements.placement import Placement
from storage.slots.slot import Slot

TOPICS = tuple(WantsToKnow)


async def ask(work: Work, actor: Person, press: Press) -> Answer:
    """*Svara på frågorna* was pressed: the first that has no answer yet."""
    placement, slot, can_be = await to_lead(work, actor, press.number(0), PlacementEvent.INTEREST)
    if not can_be:
        return await card(work, actor, placement, slot, PlacementNews.MOVED_ON)
    return await _next(work, actor, placement, slot)


async def explain(work: Work, actor: Person, press: Press) -> Answer:
    """An answer was chosen: the next question, or once all are answered the supplier hears it."""
    placement, slot, can_be = await to_lead(work, actor, press.number(0), PlacementEvent.INTEREST)
    held = await under_way.locked(work.session, placement.id) or placement
    topic, answer = _answer(held, press.number(1), press.number(2))
    if topic is None or answer is None or not can_be:
        return await card(work, actor, held, slot, PlacementNews.MOVED_ON)
    topics = (held.wants_to_know or {}) | {topic.value: answer.value}
    is_all = all(topics.values())
    next_at = timing.next_at(work, TimedPlacement(held.status)) if is_all else held.next_at
    await under_way.want_to_know(work.session, held, topics, next_at=next_at)
    await recording.record(work, actor, held, slot, LedgerEvent.PLACEMENT_EXPLAINED, f"{topic} {answer}")
    if not is_all:
        return await _next(work, actor, held, slot)
    await telling.show_as_it_is(work, held, except_at=telling.shown_at(press))
    await _tell_supplier(work, held, slot)
    return await card(work, actor, held, slot, PlacementNews.ANSWERED_ALL)


async def _next(work: Work, actor: Person, placement: Placement, slot: Slot) -> Message:
    topic = _first_open(placement)
    if topic is None:
        return await card(work, actor, placement, slot, PlacementNews.MOVED_ON)
    labels = [f"told_answer.{answer}" for answer in _answers_to(topic)]
    told = await facts.told(work, placement, slot, is_to_supplier=False)
    ways = views.choices(labels, placement.id, EXPLAINED, TOPICS.index(topic))
    return Message(AnswerAsked(told, topic), numbered(ways))


def _answers_to(topic: WantsToKnow) -> tuple[ToldAnswer, ...]:
    return (*ANSWERS[topic], ToldAnswer.CALLS)


def _first_open(placement: Placement) -> WantsToKnow | None:
    return next((each.topic for each in facts.wondered(placement) if each.answer is None), None)


def _answer(placement: Placement, topic: int, answer: int) -> tuple[WantsToKnow | None, ToldAnswer | None]:
    """The question and the answer that a button means; None where that question was answered before."""
    meant = dict(enumerate(TOPICS)).get(topic)
    if meant is None or (placement.wants_to_know or {}).get(meant) != "":
        return None, None
    return meant, dict(enumerate(_answers_to(meant))).get(answer)


async def _tell_supplier(work: Work, placement: Placement, slot: Slot) -> None:
    to = await answering_for(work, slot)
    if to is None:
        return
    told = await facts.told(work, placement, slot, is_to_supplier=True)
    buttons = views.card_buttons(Shown(placement, slot, has_room=True), to.person)
    await telling.tell_supplier(work, placement, slot, Message(MoreTold(told), buttons), "told")
