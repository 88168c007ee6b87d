"""Gather what waits for its time, and look ahead by it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.frozen import frozen
from domain.meeting import MeetingAnswer
from domain.meeting_reminder import MeetingReminder, moments
from domain.obligation import Rung
from domain.offer_step import OfferStep, step_now
from domain.outlook import AHEAD, COORDINATORS, MATCHERS, Addressee, Due, Outgoing, Outlook, Sort
from domain.placement_step import PlacementStep, next_step
from handlers.handling.work import Work
from handlers.obligations import facts
from handlers.obligations.ladder.recipients import Companies, companies_of
from handlers.obligations.turns import turns_of
from handlers.outlook import afterwards
from messages.outlook.outlook import OutlookAbout
from storage import outlook
from storage.contracts import contract as contracts
from storage.contracts.contract import Contract
from storage.meetings import agenda, outcome, reminder
from storage.meetings.meeting import Meeting
from storage.obligations import ladder
from storage.obligations.ladder import ToCome
from storage.people import person as persons
from storage.people import supplier as suppliers
from storage.placements import under_way
from storage.placements.placement import Placement
from storage.slots import unclaimed
from storage.slots.slot import Slot

MOST = 10_000
"""Of each sort that are looked at; a city has some hundred."""

LATE = timedelta(days=365)
"""What waits longer than that waits for people."""

Said = list[Outgoing[OutlookAbout]]


@frozen
class Look:
    """One look ahead.

    Attributes:
        after: What fell due later than this can come by itself: what has come and is not told is so within a minute.
        until: So far.
    """

    work: Work
    after: datetime
    until: datetime

    def really(self, at: datetime) -> datetime:
        """When that which is due at an instant will happen."""
        return self.work.city.hours.open_from(max(at, self.work.now))


async def gathered(work: Work) -> Said:
    """All that will be sent in the weeks ahead, soonest first."""
    look = Look(work, work.city.hours.last_open(work.now) - LATE, work.now + AHEAD)
    found = [
        *await _obligations(look),
        *await _meetings(look),
        *await _offers(look),
        *await _placements(look),
        *await _afterwards(look),
    ]
    return sorted(found, key=lambda each: each.at)


async def _obligations(look: Look) -> Said:
    work = look.work
    ahead = await ladder.to_come(work.session, after=look.after, at_most=MOST, before=look.until)
    turns = await turns_of(work, [each.obligation for each in ahead])
    found = [each for each in ahead if not turns[each.obligation.id].is_waiting]
    companies = await companies_of(work, [each.obligation for each in found])
    nudged = await outlook.last_nudged(work.session)
    sent: dict[Addressee, datetime] = {}
    for each in found:
        for told in companies.recipients(each.obligation, Rung.SECOND_CONTACT):
            if told.person.id in nudged:
                sent[Addressee(told.person.name, each.supplier.name)] = nudged[told.person.id]
    climbing = Outlook[OutlookAbout](work.city.ladder, work.city.hours, work.now, look.until, sent)
    return climbing.of([_due(each, companies) for each in found])


def _due(one: ToCome, companies: Companies) -> Due[OutlookAbout]:
    obligation = one.obligation
    return Due(
        about=OutlookAbout(one.contract.registry_number, obligation=facts.named(obligation)),
        counted_from=obligation.counted_from or obligation.due_on,
        rung=Rung(obligation.rung),
        next_at=obligation.next_at or one.contract.created_at,
        first=_addressees(one, companies, Rung.REMINDER),
        both=_addressees(one, companies, Rung.SECOND_CONTACT),
    )


def _addressees(one: ToCome, companies: Companies, rung: Rung) -> tuple[Addressee, ...]:
    """Who hears of it; where nobody is in reach, whoever would, and that they are not."""
    company = one.supplier.name
    told = companies.recipients(one.obligation, rung)
    if told:
        return tuple(Addressee(each.person.name, company) for each in told)
    named = [each.contact.name for each in companies.contacts.get(one.contract.id, [])]
    shown = named if rung is Rung.SECOND_CONTACT else named[:1]
    return tuple(Addressee(name, company, is_in=False) for name in shown or [company])


async def _meetings(look: Look) -> Said:
    """Reminders and agendas of what is booked, the question how it went, and the one about a summary."""
    session = look.work.session
    reminded = await reminder.to_come(session, after=look.after, at_most=MOST)
    prepared = await agenda.to_come(session, after=look.after, at_most=MOST)
    asked = await outcome.questions_to_come(session, after=look.after, at_most=MOST)
    confirmed = await outcome.confirmations_to_come(session, after=look.after, at_most=MOST)
    abouts = await _abouts(look, [*reminded, *prepared, *asked, *confirmed])
    organisers = await outlook.named(session, {each.organised_by for each in (*prepared, *asked, *confirmed)})
    companies = await suppliers.names(session, {each.supplier_id for each in confirmed})
    said = await _reminders(look, reminded, abouts)
    for each in prepared:
        to = Addressee(organisers[each.organised_by].name)
        said += _once(look, each.agenda_at, to, abouts[each.id], Sort.AGENDA)
    for each in asked:
        to = Addressee(organisers[each.organised_by].name)
        said += _once(look, each.ask_at, to, abouts[each.id])
    for each in confirmed:
        by_city, company = Addressee(organisers[each.organised_by].name), companies[each.supplier_id]
        to = by_city if each.is_confirmation_reminded else Addressee(company, company)
        said += _once(look, each.confirm_at, to, abouts[each.id])
    return said


async def _reminders(look: Look, reminded: Sequence[Meeting], abouts: dict[int, OutlookAbout]) -> Said:
    work = look.work
    attendees = await outlook.attendees(work.session, [each.id for each in reminded])
    people = [person for theirs in attendees.values() for _, person in theirs]
    companies = await suppliers.names(work.session, {each.supplier_id for each in people if each.supplier_id})
    return [
        Outgoing(look.really(moment.at), Sort.MEETING, to, (abouts[meeting.id],))
        for meeting in reminded
        for moment in moments(meeting.starts_at, work.city.hours)
        if moment.reminder > MeetingReminder(meeting.reminded) and look.after < moment.at < look.until
        for attendee, person in attendees.get(meeting.id, [])
        if attendee.answer is not MeetingAnswer.NOT_COMING
        for to in [Addressee(person.name, companies.get(person.supplier_id or 0, ""))]
    ]


async def _offers(look: Look) -> Said:
    waiting = await unclaimed.to_come(look.work.session, after=look.after, at_most=MOST)
    under = await _contracts(look, {each.contract_id for each in waiting if each.contract_id is not None})
    said: Said = []
    for each in waiting:
        number = under[each.contract_id].registry_number if each.contract_id is not None else ""
        to = await _asked_about(look, each)
        said += _once(look, each.next_at, to, OutlookAbout(number, slot=each.kind)) if to is not None else []
    return said


async def _asked_about(look: Look, slot: Slot) -> Addressee | None:
    """Whom the clock's next step with an offer asks or tells; None where it says nothing."""
    step = step_now(slot.timed, slot.next_at or look.work.now, look.work.city.hours)
    if step is None or step is OfferStep.EXPIRE:
        return None
    if step is OfferStep.MATCHERS:
        return MATCHERS
    if step in {OfferStep.STILL, OfferStep.UNKNOWN}:
        return Addressee((await suppliers.find(look.work.session, slot.supplier_id)).name)
    if step in {OfferStep.HOLDER, OfferStep.HELD, OfferStep.REASON} and slot.claimed_by is not None:
        return Addressee((await persons.find(look.work.session, slot.claimed_by)).name)
    return COORDINATORS


async def _placements(look: Look) -> Said:
    """What is asked about somebody who is meant for an offer."""
    ahead = await under_way.to_come(look.work.session, after=look.after, at_most=MOST)
    under = await _contracts(look, {slot.contract_id for _, slot in ahead if slot.contract_id is not None})
    said: Said = []
    for placement, slot in ahead:
        number = under[slot.contract_id].registry_number if slot.contract_id is not None else ""
        due = next_step(placement.timed, placement.next_at or look.work.now, look.work.city.hours)
        if due is not None:
            to = await _reminded_of(look, due.step, placement, slot)
            said += _once(look, placement.next_at, to, OutlookAbout(number, slot=slot.kind))
    return said


async def _afterwards(look: Look) -> Said:
    """What is asked once somebody has begun."""
    ahead = await afterwards.asked(look.work, after=look.after, at_most=MOST)
    return [each for at, to, about in ahead for each in _once(look, at, to, about)]


async def _reminded_of(look: Look, step: PlacementStep, placement: Placement, slot: Slot) -> Addressee:
    if step in {PlacementStep.PROPOSAL_REMINDED, PlacementStep.CONFIRMATION_REMINDED}:
        return Addressee((await suppliers.find(look.work.session, slot.supplier_id)).name)
    if step in {PlacementStep.PROPOSAL_OVER, PlacementStep.CONFIRMATION_OVER}:
        return COORDINATORS
    return Addressee((await persons.find(look.work.session, slot.claimed_by or placement.matcher_id)).name)


def _once(look: Look, at: datetime | None, to: Addressee, about: OutlookAbout, sort: Sort = Sort.QUESTION) -> Said:
    """A question, or an agenda, if it comes before the look ends."""
    return [Outgoing(look.really(at), sort, to, (about,))] if at is not None and at < look.until else []


async def _abouts(look: Look, meetings: Sequence[Meeting]) -> dict[int, OutlookAbout]:
    under = await _contracts(look, {each.contract_id for each in meetings})
    return {each.id: OutlookAbout(under[each.contract_id].registry_number, meeting=each.kind) for each in meetings}


async def _contracts(look: Look, contract_ids: set[int]) -> dict[int, Contract]:
    return await contracts.with_ids(look.work.session, contract_ids)
