"""What the bot will do by itself, when, and to whom: the list on the page, and where the clock stops on its way.

One small source for each thing that waits for its time. The times are those at which it will really happen: what falls
due outside working hours happens when the next working day opens.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.demo import coming_afterwards
from bot.demo import coming_words as words
from bot.demo.city_description import Coming, Label
from domain.broadcast import goes_at
from domain.frozen import frozen
from domain.meeting import MeetingAnswer, MeetingKind
from domain.monthly import next_monthly
from domain.obligation import ObligationStatus, Rung
from domain.offer_step import OfferStep, step_now
from domain.placement_step import Due, PlacementStep, next_step
from domain.role import Role
from handlers.form.unfinished import OFFERED_AFTER
from handlers.handling.city import City
from handlers.handling.work import Work
from handlers.obligations.turns import turns_of
from storage import conversation, outbox
from storage.broadcasts import queueing
from storage.contracts import contract
from storage.faq import city_question
from storage.faq.city_question import CityQuestion
from storage.meetings import agenda, answer, meeting, outcome, reminder
from storage.meetings.meeting import Meeting
from storage.obligations import ladder, nudge_time, proposal_reminder
from storage.obligations.ladder import ToCome
from storage.people import contact, person, supplier
from storage.people.contact import Placed
from storage.people.person import Person
from storage.placements import under_way
from storage.readers import monthly
from storage.slots import alert_settings, inquiry, unclaimed
from storage.slots.inquiry import Inquiry
from storage.slots.slot import Slot
from storage.tryouts import tryout


@frozen
class Look:
    """One look ahead.

    Attributes:
        session: Where it looks.
        city: Whose hours and ladder they are.
        now: From when on.
        at_most: So many of each sort.
    """

    session: AsyncSession
    city: City
    now: datetime
    at_most: int

    @property
    def after(self) -> datetime:
        """What fell due later than this can come by itself; anything earlier had its chance, and waits for people."""
        return self.city.hours.last_open(self.now)

    def really(self, at: datetime) -> datetime:
        """When that which is due at an instant will happen."""
        return self.city.hours.open_from(max(at, self.now))


async def gathered(look: Look) -> list[Coming]:
    """All that is to come, soonest first."""
    found = [coming for source in _SOURCES for coming in await source(look)]
    return sorted(found, key=lambda coming: coming.at)


async def next_instant(look: Look) -> datetime | None:
    """The first instant after now at which anything happens; None where nothing will."""
    return min((coming.at for coming in await gathered(look) if coming.at > look.now), default=None)


async def _slots(look: Look) -> list[Coming]:
    waiting = await unclaimed.to_come(look.session, after=look.after, at_most=look.at_most)
    return [coming for each in waiting if (coming := await _slot(look, each)) is not None]


async def _slot(look: Look, each: Slot) -> Coming | None:
    """The clock's next step with an offer; that it expires wakes nobody, so it waits for no opening."""
    step = step_now(each.timed, each.next_at or look.now, look.city.hours)
    if step is None or each.next_at is None:
        return None
    at = max(each.next_at, look.now) if step is OfferStep.EXPIRE else look.really(each.next_at)
    return Coming(at, words.of_offer(step, each.kind, each.area), await _of_step(look, each, step))


async def _of_step(look: Look, slot: Slot, step: OfferStep) -> Label:
    """Whom the step concerns."""
    if step is OfferStep.MATCHERS:
        return words.MATCHERS
    if step in {OfferStep.STILL, OfferStep.UNKNOWN, OfferStep.EXPIRE}:
        return words.people([(await supplier.find(look.session, slot.supplier_id)).name])
    if step in {OfferStep.HOLDER, OfferStep.HELD, OfferStep.REASON} and slot.claimed_by is not None:
        return await _named(look, await person.find(look.session, slot.claimed_by))
    return words.COORDINATOR


async def _placements(look: Look) -> list[Coming]:
    waiting = await under_way.to_come(look.session, after=look.after, at_most=look.at_most)
    found = [(each, slot, next_step(each.timed, look.now, look.city.hours)) for each, slot in waiting]
    return [
        Coming(look.really(each.next_at), words.of_placement(due.step, each.code), await _of_placement(look, due, slot))
        for each, slot, due in found
        if due is not None and each.next_at is not None
    ]


async def _of_placement(look: Look, due: Due, slot: Slot) -> Label:
    """Whom the step concerns."""
    if due.step in {PlacementStep.PROPOSAL_REMINDED, PlacementStep.CONFIRMATION_REMINDED}:
        return words.people([(await supplier.find(look.session, slot.supplier_id)).name])
    if due.step in {PlacementStep.PROPOSAL_OVER, PlacementStep.CONFIRMATION_OVER} or slot.claimed_by is None:
        return words.COORDINATOR
    return await _named(look, await person.find(look.session, slot.claimed_by))


async def _afterwards(look: Look) -> list[Coming]:
    """What is asked of placements in which somebody has begun, and of meetings that were held."""
    session, after, at_most = look.session, look.after, look.at_most
    found = [
        *await coming_afterwards.ends(session, look.city.hours, after=after, at_most=at_most),
        *await coming_afterwards.outcomes(session, after=after, at_most=at_most),
        *await coming_afterwards.evaluations(session, after=after, at_most=at_most),
    ]
    return [
        Coming(look.really(at), told, await _named(look, whose) if isinstance(whose, Person) else whose)
        for at, told, whose in found
        if at is not None
    ]


async def _inquiries(look: Look) -> list[Coming]:
    waiting = await inquiry.to_come(look.session, after=look.after, at_most=look.at_most)
    return [Coming(look.really(each.remind_at), *await _of_inquiry(look, each)) for each in waiting if each.remind_at]


async def _of_inquiry(look: Look, asked: Inquiry) -> tuple[Label, Label]:
    if asked.reminded_at is not None:
        return words.INQUIRY_ESCALATED, words.COORDINATOR
    return words.INQUIRY_WAITS, await _named(look, await person.find(look.session, asked.asked_of))


async def _city_questions(look: Look) -> list[Coming]:
    waiting = await city_question.to_come(look.session, after=look.after, at_most=look.at_most)
    return [Coming(look.really(each.next_at), *await _of_city_question(look, each)) for each in waiting if each.next_at]


async def _of_city_question(look: Look, asked: CityQuestion) -> tuple[Label, Label]:
    if asked.asked_of is None or asked.reminded_at is not None:
        return words.INQUIRY_ESCALATED, words.COORDINATOR
    return words.INQUIRY_WAITS, await _named(look, await person.find(look.session, asked.asked_of))


async def _digests(look: Look) -> list[Coming]:
    due = await alert_settings.to_come(look.session, after=look.after, at_most=look.at_most)
    return [Coming(look.really(at), words.DIGEST, await _named(look, whose)) for at, whose in due]


async def _monthly_letters(look: Look) -> list[Coming]:
    at = next_monthly(look.now, look.city.hours)
    return [Coming(at, words.MONTHLY, words.people([each.name])) for each in await monthly.everyone(look.session)]


async def _broadcasts(look: Look) -> list[Coming]:
    waiting = await queueing.let_go(look.session)
    told, to = words.BROADCAST, words.RECEIVERS
    let_go_at = [each.accepted_at for each in waiting if each.accepted_at]
    return [Coming(goes_at(at, look.now, look.city.hours), told, to) for at in let_go_at]


async def _tryouts(look: Look) -> list[Coming]:
    waiting = await tryout.to_come(look.session, after=look.after, at_most=look.at_most)
    return [Coming(look.really(at), words.TRYOUT, await _named(look, whose)) for at, whose in waiting]


async def _mornings(look: Look) -> list[Coming]:
    due = await alert_settings.mornings_to_come(look.session, after=look.after, at_most=look.at_most)
    return [Coming(look.really(at), words.MORNING, await _named(look, whose)) for at, whose in due]


async def _obligations(look: Look) -> list[Coming]:
    due = await ladder.to_come(look.session, after=look.after, at_most=look.at_most)
    turns = await turns_of(Work(look.session, look.now, look.city, key="coming"), [each.obligation for each in due])
    placed = await contact.of_contracts(look.session, {each.contract.id for each in due})
    return [
        _climbing(look, each, placed.get(each.contract.id, []))
        for each in due
        if not turns[each.obligation.id].is_waiting
    ]


def _climbing(look: Look, one: ToCome, placed: Sequence[Placed]) -> Coming:
    obligation = one.obligation
    climb = look.city.ladder.next_climb(obligation.ladder_day, Rung(obligation.rung), look.city.hours)
    rung = climb.rung if climb and obligation.status is ObligationStatus.OPEN else None
    people = _addressees(placed, rung)
    # With nobody but one to tell, the second contact's rung is but one more nudge.
    told_as = Rung.NUDGE if rung is Rung.SECOND_CONTACT and len(people) == 1 else rung
    text = words.climbs(told_as, obligation.kind, obligation.title, one.contract.named)
    to_whom = words.people(people, one.supplier.name) if people else words.COORDINATOR
    return Coming(look.really(obligation.next_at or look.now), text, to_whom)


def _addressees(placed: Sequence[Placed], rung: Rung | None) -> list[str]:
    """The contacts who are in; where none is, the coordinator hears instead."""
    if rung in {None, Rung.COORDINATOR}:
        return []
    told = [each for each in placed if each.place == contact.FIRST_CONTACT or rung is Rung.SECOND_CONTACT]
    return [each.contact.name for each in told if each.person is not None]


async def _nudges(look: Look) -> list[Coming]:
    due = await nudge_time.to_come(look.session, after=look.after, at_most=look.at_most)
    return [Coming(look.really(at), words.nudged(whose.role), await _named(look, whose)) for at, whose in due]


async def _meeting_reminders(look: Look) -> list[Coming]:
    due = await reminder.to_come(look.session, after=look.after, at_most=look.at_most)
    return [
        Coming(look.really(each.remind_at), await _about(look, each, words.MEETING_REMINDER), await _asked(look, each))
        for each in due
        if each.remind_at is not None
    ]


async def _agendas(look: Look) -> list[Coming]:
    due = await agenda.to_come(look.session, after=look.after, at_most=look.at_most)
    return [
        Coming(
            look.really(each.agenda_at), await _about(look, each, words.MEETING_PREPARED), await _organiser(look, each)
        )
        for each in due
        if each.agenda_at is not None
    ]


async def _questions_after_meetings(look: Look) -> list[Coming]:
    due = await outcome.questions_to_come(look.session, after=look.after, at_most=look.at_most)
    return [
        Coming(look.really(each.ask_at), await _about(look, each, words.MEETING_ASKED), await _organiser(look, each))
        for each in due
        if each.ask_at is not None
    ]


async def _proposals(look: Look) -> list[Coming]:
    due = await proposal_reminder.to_come(look.session, after=look.after, at_most=look.at_most)
    found = []
    for each in due:
        if each.proposal_remind_at is not None:
            under = await contract.find(look.session, each.contract_id)
            kind, named = MeetingKind(each.kind.value), under.named if under else ""
            text = words.of_meeting(words.MEETING_PROPOSED, kind, named)
            found.append(Coming(look.really(each.proposal_remind_at), text, words.COORDINATOR))
    return found


async def _other_times(look: Look) -> list[Coming]:
    due = await answer.other_times_to_come(look.session, after=look.after, at_most=look.at_most)
    told = words.MEETING_PROPOSED
    return [
        Coming(look.really(each.other_time_at), await _about(look, each, told), await _organiser(look, each))
        for each in due
        if each.other_time_at is not None
    ]


async def _confirmations(look: Look) -> list[Coming]:
    due = await outcome.confirmations_to_come(look.session, after=look.after, at_most=look.at_most)
    told = words.MEETING_CONFIRMED
    return [
        Coming(look.really(each.confirm_at), await _about(look, each, told), await _confirms(look, each))
        for each in due
        if each.confirm_at is not None
    ]


async def _forms(look: Look) -> list[Coming]:
    begun = await conversation.to_come(look.session, after=look.after - OFFERED_AFTER, at_most=look.at_most)
    return [
        Coming(look.really(touched_at + OFFERED_AFTER), words.FORM, await _named(look, whose))
        for touched_at, whose in begun
    ]


async def _messages(look: Look) -> list[Coming]:
    queued = await outbox.to_come(look.session, after=look.now, at_most=look.at_most)
    return [Coming(at, words.MESSAGE, await _named(look, whose)) for at, whose in queued]


_SOURCES: Sequence[Callable[[Look], Awaitable[list[Coming]]]] = (
    _slots,
    _placements,
    _afterwards,
    _inquiries,
    _city_questions,
    _digests,
    _mornings,
    _monthly_letters,
    _broadcasts,
    _tryouts,
    _obligations,
    _nudges,
    _meeting_reminders,
    _agendas,
    _questions_after_meetings,
    _proposals,
    _other_times,
    _confirmations,
    _forms,
    _messages,
)


async def _about(look: Look, planned: Meeting, what: Label) -> Label:
    under = await contract.find(look.session, planned.contract_id)
    return words.of_meeting(what, planned.kind, under.named if under else "")


async def _asked(look: Look, planned: Meeting) -> Label:
    asked = await meeting.attendees(look.session, planned.id)
    return words.people([whose.name for attendee, whose in asked if attendee.answer is not MeetingAnswer.NOT_COMING])


async def _organiser(look: Look, held: Meeting) -> Label:
    return await _named(look, await person.find(look.session, held.organised_by))


async def _confirms(look: Look, held: Meeting) -> Label:
    """The supplier, once; then whoever has called the meeting."""
    if held.is_confirmation_reminded:
        return await _organiser(look, held)
    return words.people([(await supplier.find(look.session, held.supplier_id)).name])


async def _named(look: Look, whose: Person) -> Label:
    if whose.role is not Role.SUPPLIER or whose.supplier_id is None:
        return words.people([whose.name])
    return words.people([whose.name], (await supplier.find(look.session, whose.supplier_id)).name)
