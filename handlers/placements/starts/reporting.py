"""*Någon har börjat*: on which day? Then a placement under a random code, and a question to the supplier."""

from datetime import date

from domain.action import Action
from domain.placement import BEGIN_WITH_SOMEBODY
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements.starts import beginning, day, new_resident
from handlers.placements.starts.codes import COUNTED_RESIDENT, NEW_RESIDENT, REPORT_EARLY
from handlers.slots import facts
from handlers.slots.card import card
from handlers.slots.finding import refreshed, theirs
from handlers.slots.selection import selection_of
from handlers.slots.views import CARD
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.placements.start import NewResidentAsked, StartDoubted
from messages.slots.facts import SlotNews
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements import under_way
from storage.slots import slot_life
from storage.slots.slot import Slot


async def report(work: Work, actor: Person, press: Press) -> Answer:
    """*Någon har börjat* was pressed on a slot's card: on which day?"""
    slot = await theirs(work, actor, Action.REPORT_START, press.number(0))
    if not _is_as_shown(slot, press):
        return await _shown(work, actor, slot, press.numbers[2:], SlotNews.MOVED_ON)
    return await day.question(work, slot, press.numbers[2:])


async def other_days(work: Work, actor: Person, press: Press) -> Answer:
    """Another page of days was asked for."""
    slot = await theirs(work, actor, Action.REPORT_START, press.number(0))
    return await day.question(work, slot, press.numbers[3:], wanted=press.number(2))


async def report_on(work: Work, actor: Person, press: Press) -> Answer:
    """A day was chosen.

    The matcher is asked whether the resident counts already; a mentor's start counts nobody, so that only one before
    the first day, which may be a slip, is asked about.
    """
    slot = await theirs(work, actor, Action.REPORT_START, press.number(0))
    on = day.chosen(work, press.number(2))
    if on is None or not _is_as_shown(slot, press):
        return await _noted(work, actor, slot, press)
    if await new_resident.is_asked(work, slot.kind):
        return await _asked(work, slot, on, press)
    return await (_doubted(work, slot, press) if _is_early(slot, on) else _noted(work, actor, slot, press))


async def report_early(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja*: somebody has begun before the first day."""
    slot = await theirs(work, actor, Action.REPORT_START, press.number(0))
    return await _noted(work, actor, slot, press)


async def report_new(work: Work, actor: Person, press: Press) -> Answer:
    """*Ny person i år* was pressed."""
    slot = await theirs(work, actor, Action.REPORT_START, press.number(0))
    return await _noted(work, actor, slot, press, is_new=True)


async def report_counted(work: Work, actor: Person, press: Press) -> Answer:
    """*Räknad redan i år* was pressed."""
    slot = await theirs(work, actor, Action.REPORT_START, press.number(0))
    return await _noted(work, actor, slot, press, is_new=False)


def _is_as_shown(slot: Slot, press: Press) -> bool:
    """Whether somebody can begin in it, and nothing has happened to it since the button was made."""
    return slot.kind in BEGIN_WITH_SOMEBODY and slot.revision == press.number(1)


def _is_early(slot: Slot, on: date) -> bool:
    return slot.starts_on is not None and on < slot.starts_on


async def _asked(work: Work, slot: Slot, on: date, press: Press) -> Message:
    ways = [
        (Label("new_resident.new"), data(NEW_RESIDENT, *press.numbers)),
        (Label("new_resident.counted"), data(COUNTED_RESIDENT, *press.numbers)),
        (Label("new_resident.nobody"), data(CARD, *press.numbers[:2], *press.numbers[3:])),
    ]
    return Message(NewResidentAsked(await facts.of_slot(work, slot), is_early=_is_early(slot, on)), numbered(ways))


async def _doubted(work: Work, slot: Slot, press: Press) -> Message:
    yes = (Label("start_doubted.yes"), data(REPORT_EARLY, *press.numbers))
    no = (Label("start_doubted.no"), data(CARD, *press.numbers[:2], *press.numbers[3:]))
    return Message(StartDoubted(await facts.of_slot(work, slot)), numbered([yes, no], in_a_row=2))


async def _noted(work: Work, actor: Person, slot: Slot, press: Press, *, is_new: bool | None = None) -> Message:
    on = day.chosen(work, press.number(2))
    is_left_open = is_new is None and await new_resident.is_asked(work, slot.kind)
    if on is None or is_left_open or not _is_as_shown(slot, press):
        return await _shown(work, actor, slot, press.numbers[3:], SlotNews.MOVED_ON)
    return await _shown(work, actor, slot, press.numbers[3:], await _report(work, actor, slot, on, is_new=is_new))


async def _shown(work: Work, actor: Person, slot: Slot, selection: list[int], news: SlotNews) -> Message:
    return await card(work, actor, await refreshed(work, slot), selection_of(selection), news)


async def _report(work: Work, actor: Person, slot: Slot, on: date, *, is_new: bool | None) -> SlotNews:
    # The update holds the slot, so that what is counted in it stays true, and a second tap comes too late.
    if not await slot_life.start(work.session, slot.id, revision=slot.revision):
        return SlotNews.MOVED_ON
    if await under_way.in_slot(work.session, slot.id):
        return SlotNews.SOMEBODY_PROPOSED
    if await beginning.is_full(work, slot):
        return SlotNews.ALL_STARTED
    placement = await placements.start(
        work.session,
        slot.id,
        started_by=actor.id,
        now=work.now,
        begun_on=on,
        is_new_resident=is_new,
        next_at=beginning.reminded_at(work),
    )
    return await beginning.said(work, actor, slot, placement)
