"""What comes of what a supplier said: the same as if somebody there had pressed it in Steget."""

from collections.abc import Awaitable, Callable
from datetime import date

from domain.frozen import frozen
from domain.hearsay import Said, Source
from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingAnswer
from domain.placement import EndReason
from domain.placement_life import PlacementEvent
from domain.proposal_answer import DeclineReason
from domain.reference import Noun, Reference
from handlers.handling.work import Work
from handlers.hearsay.matter import Matter
from handlers.meetings import proposing
from handlers.meetings.recording import record
from handlers.obligations import settling
from handlers.placements.answering import answering as proposals
from handlers.placements.answering.answering import Word
from handlers.placements.ending import heard as end_heard
from handlers.placements.starts import answering as starts
from handlers.placements.starts import shown
from handlers.slots import withdraw
from handlers.slots.finding import refreshed
from messages.placements.start import StartNews
from storage.meetings import answer as meeting_answer
from storage.meetings import meeting as meetings
from storage.meetings import outcome as outcomes
from storage.people.person import Person
from storage.placements import placement as placements
from storage.slots import slot_life


@frozen
class Told:
    """What was said about what, by whom, and the words that go with it."""

    matter: Matter
    source: Source
    words: str = ""


Effect = Callable[[Work, Person, Told], Awaitable[str | None]]
"""Does it. Returns the number of the contract of which something is done, or nothing; None where it comes too late."""


async def take_effect(work: Work, actor: Person, told: Told) -> str | None:
    """Let it count, where it can still be said."""
    return await _EFFECTS[told.matter.said](work, actor, told) if told.matter.is_open else None


async def _nothing(work: Work, actor: Person, told: Told) -> str | None:
    return await _fulfil(work, actor, told, Noun.NOTHING)


async def _done(work: Work, actor: Person, told: Told) -> str | None:
    return await _fulfil(work, actor, told, Noun.DONE)


async def _fulfil(work: Work, actor: Person, told: Told, noun: Noun) -> str | None:
    obligation, contract = told.matter.obligation, told.matter.contract
    if obligation is None or contract is None:
        return None
    by = Reference(noun, obligation.id)
    is_done = await settling.fulfil(work, obligation, by=by, actor=actor, reason=told.words or None)
    return contract.registry_number if is_done else None


async def _time(work: Work, actor: Person, told: Told) -> str | None:
    if told.matter.obligation is None:
        return None
    await proposing.pass_on(work, actor, told.matter.obligation, told.words)
    return ""


async def _begun(work: Work, actor: Person, told: Told) -> str | None:
    return await _start(work, actor, told, PlacementEvent.CONFIRM, StartNews.CONFIRMED)


async def _not_begun(work: Work, actor: Person, told: Told) -> str | None:
    return await _start(work, actor, told, PlacementEvent.DENY, StartNews.DENIED)


async def _start(work: Work, actor: Person, told: Told, event: PlacementEvent, news: StartNews) -> str | None:
    placement, slot = told.matter.placement, told.matter.slot
    if placement is None or slot is None:
        return None
    plan_of = await starts.settle(work, actor, placement, slot, event, speaker=told.source.speaker)
    now = await placements.find(work.session, placement.id)
    if plan_of is not None and now is not None:
        await shown.change(work, now, await shown.settled(work, now, slot, news, plan_of))
    return plan_of


async def _wants_to_meet(work: Work, actor: Person, told: Told) -> str | None:
    placement, slot = told.matter.placement, told.matter.slot
    if placement is None or slot is None:
        return None
    word = Word(told.source.speaker)
    is_told = await proposals.interested(work, actor, placement, slot, PlacementEvent.INTEREST, word)
    return "" if is_told else None


async def _does_not_suit(work: Work, actor: Person, told: Told) -> str | None:
    placement, slot = told.matter.placement, told.matter.slot
    if placement is None or slot is None:
        return None
    reason, word = DeclineReason(told.words), Word(told.source.speaker)
    return "" if await proposals.declined(work, actor, placement, slot, reason, word) else None


async def _ended(work: Work, actor: Person, told: Told) -> str | None:
    if told.matter.placement is None:
        return None
    return "" if await end_heard.ended(work, actor, told.matter.placement, EndReason(told.words), told.source) else None


async def _goes_on(work: Work, actor: Person, told: Told) -> str | None:
    if told.matter.placement is None:
        return None
    last_on = date.fromisoformat(told.words)
    return "" if await end_heard.goes_on(work, actor, told.matter.placement, last_on, told.source) else None


async def _not_ended(work: Work, actor: Person, told: Told) -> str | None:
    if told.matter.placement is None:
        return None
    return "" if await end_heard.not_ended(work, actor, told.matter.placement, told.source) else None


async def _coming(work: Work, actor: Person, told: Told) -> str | None:
    return await _answer(work, actor, told, MeetingAnswer.COMING)


async def _not_coming(work: Work, actor: Person, told: Told) -> str | None:
    return await _answer(work, actor, told, MeetingAnswer.NOT_COMING)


async def _answer(work: Work, actor: Person, told: Told, answer: MeetingAnswer) -> str | None:
    """The answer is theirs who said it, where they were asked in Steget; else it is in the record alone."""
    meeting = told.matter.meeting
    if meeting is None:
        return None
    asked = await meetings.attendees(work.session, meeting.id)
    theirs = next((each for _, each in asked if each.name == told.source.speaker), None)
    if theirs is not None:
        await meeting_answer.give(work.session, meeting, theirs.id, answer, now=work.now)
    content = {"answer": answer, "speaker": told.source.speaker, "for": theirs.id if theirs else None}
    await record(work, meeting, LedgerEvent.MEETING_ANSWERED, actor, content)
    return ""


async def _holds(work: Work, actor: Person, told: Told) -> str | None:
    meeting = told.matter.meeting
    if meeting is None:
        return None
    revision = meeting.revision
    if not await outcomes.confirm(work.session, meeting.id, revision=revision, by=actor.id, now=work.now):
        return None
    await record(work, meeting, LedgerEvent.MEETING_CONFIRMED, actor)
    return ""


async def _withdrawn(work: Work, actor: Person, told: Told) -> str | None:
    slot = told.matter.slot
    if slot is None:
        return None
    if not await slot_life.withdraw(work.session, slot.id, reason=told.words, revision=slot.revision):
        return None
    await withdraw.spread(work, actor, await refreshed(work, slot), told.words)
    return ""


_EFFECTS: dict[Said, Effect] = {
    Said.NOTHING: _nothing,
    Said.DONE: _done,
    Said.TIME: _time,
    Said.BEGUN: _begun,
    Said.NOT_BEGUN: _not_begun,
    Said.COMING: _coming,
    Said.NOT_COMING: _not_coming,
    Said.HOLDS: _holds,
    Said.WITHDRAWN: _withdrawn,
    Said.WANTS_TO_MEET: _wants_to_meet,
    Said.DOES_NOT_SUIT: _does_not_suit,
    Said.ENDED: _ended,
    Said.GOES_ON: _goes_on,
    Said.NOT_ENDED: _not_ended,
}
"""What each does; an offer has a form of its own."""
