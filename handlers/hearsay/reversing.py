"""What was heard counts no more: what came of it is undone, and nothing is counted against the supplier meanwhile."""

from collections.abc import Awaitable, Callable, Sequence

from domain.hearsay import HearsayStatus, Said
from domain.placement_life import PlacementEvent
from domain.reference import Noun, Reference
from domain.slot import SlotStatus
from domain.withdrawal import WithdrawalReason
from handlers.handling.work import Work
from handlers.obligations import proposals, settling
from handlers.obligations.ladder import nudge_times
from handlers.placements import telling
from handlers.placements.ending import heard as end_heard
from handlers.placements.proposing import asking
from handlers.placements.starts import beginning, counting
from handlers.slots import withdraw
from handlers.slots.finding import refreshed
from storage.hearsay import Hearsay
from storage.meetings import answer as meeting_answer
from storage.meetings import meeting as meetings
from storage.meetings import outcome as outcomes
from storage.obligations import fulfilment, ladder
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from storage.placements import placement as placements
from storage.slots import slot as slots
from storage.slots import slot_life

Reversal = Callable[[Work, Person, Reference, Hearsay], Awaitable[None]]


async def reverse(work: Work, actor: Person, heard: Hearsay) -> None:
    """Undo what came of it; what is open again by that rests for a week, while people talk."""
    about, reversal = Reference.read(heard.about), _REVERSALS.get(heard.said)
    if about is None or reversal is None:
        return
    fulfilled = await _fulfilled_by(work, about, heard.said)
    await reversal(work, actor, about, heard)
    await _rest(work, fulfilled)


async def _fulfilled_by(work: Work, about: Reference, said: Said) -> Sequence[Obligation]:
    by = {Said.NOTHING: Reference(Noun.NOTHING, about.number), Said.DONE: Reference(Noun.DONE, about.number)}
    return await fulfilment.fulfilled_by(work.session, by.get(said, about))


async def _rest(work: Work, opened: Sequence[Obligation]) -> None:
    at = nudge_times.opening_from(work, work.now + nudge_times.WEEK)
    for each in opened:
        until = work.city.hours.local(at).date()
        await ladder.snooze(work.session, each.id, until=until)
        counted_from = until if each.due_on < until else None
        await ladder.set_next(work.session, each.id, next_at=at, counted_from=counted_from)


async def _offer(work: Work, actor: Person, about: Reference, heard: Hearsay) -> None:
    """It is no offer any more, unless somebody is in it already: that is for people to talk about."""
    slot = await slots.locked(work.session, about.number)
    if slot is None or await placements.live_in(work.session, slot.id):
        return
    is_objected = heard.status is HearsayStatus.OBJECTED
    reason = WithdrawalReason.NOT_OFFERED if is_objected else WithdrawalReason.NOTED_WRONGLY
    if await slot_life.withdraw(work.session, slot.id, reason=reason, revision=slot.revision):
        await withdraw.spread(work, actor, await refreshed(work, slot), reason)


async def _nothing(work: Work, actor: Person, about: Reference, _heard: Hearsay) -> None:
    await settling.reverse(work, Reference(Noun.NOTHING, about.number), actor=actor)


async def _done(work: Work, actor: Person, about: Reference, _heard: Hearsay) -> None:
    await settling.reverse(work, Reference(Noun.DONE, about.number), actor=actor)


async def _start(work: Work, actor: Person, about: Reference, _heard: Hearsay) -> None:
    """It waits for the supplier's own word again, unless the matcher has taken it back."""
    reopened = await placements.let_happen(
        work.session,
        about.number,
        PlacementEvent.REOPEN,
        settled_by=actor.id,
        now=work.now,
        next_at=beginning.reminded_at(work),
    )
    placement = await placements.find(work.session, about.number)
    slot = await slots.find(work.session, placement.slot_id) if placement is not None else None
    if reopened and placement is not None and slot is not None:
        await counting.taken_back(work, actor, placement, slot)
        await telling.show_as_it_is(work, placement)


async def _proposal(work: Work, _actor: Person, about: Reference, _heard: Hearsay) -> None:
    """The proposal waits for the supplier's own word again, unless more has come of it since."""
    placement = await placements.find(work.session, about.number)
    slot = await slots.find(work.session, placement.slot_id) if placement is not None else None
    if placement is not None and slot is not None and slot.status is SlotStatus.RESERVED:
        await asking.ask_again(work, placement, slot)


async def _ended(work: Work, actor: Person, about: Reference, _heard: Hearsay) -> None:
    placement = await placements.find(work.session, about.number)
    if placement is not None:
        await end_heard.take_back(work, actor, placement)


async def _answer(work: Work, _actor: Person, about: Reference, heard: Hearsay) -> None:
    asked = await meetings.attendees(work.session, about.number)
    theirs = next((each for _, each in asked if each.name == heard.speaker), None)
    if theirs is not None:
        await meeting_answer.forget(work.session, about.number, theirs.id)


async def _time(work: Work, _actor: Person, about: Reference, _heard: Hearsay) -> None:
    """No time is proposed, and the supplier is asked for one again once that has rested."""
    due = await obligations.find(work.session, about.number)
    if due is not None and due.proposed is not None:
        await proposals.withdrawn(work, due)
        await _rest(work, [due])


async def _holds(work: Work, _actor: Person, about: Reference, _heard: Hearsay) -> None:
    await outcomes.confirm_no_more(work.session, about.number)


_REVERSALS: dict[Said, Reversal] = {
    Said.OFFER: _offer,
    Said.NOTHING: _nothing,
    Said.DONE: _done,
    Said.TIME: _time,
    Said.BEGUN: _start,
    Said.NOT_BEGUN: _start,
    Said.COMING: _answer,
    Said.NOT_COMING: _answer,
    Said.HOLDS: _holds,
    Said.WANTS_TO_MEET: _proposal,
    Said.DOES_NOT_SUIT: _proposal,
    Said.ENDED: _ended,
}
"""What each undoes. An offer that was taken back is offered anew; of a placement that goes on another day is said."""
