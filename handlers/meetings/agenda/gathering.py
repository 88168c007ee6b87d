"""Gather an agenda: one over all that the city has with a supplier, under whichever contract the meeting is booked."""

from collections.abc import Sequence

from domain.agenda import LOOKS_BACK, Point, by_whom, not_tried
from domain.empty_places import citys_own_first
from domain.slot import SlotKind
from handlers.handling.work import Work
from handlers.meetings.agenda import met, offered, promised
from handlers.meetings.agenda.naming import Naming
from handlers.meetings.agenda.offered import Points
from handlers.meetings.agenda.promised import ByContract
from messages.meetings.agenda import Agenda, AgendaAbout, AgendaPoint, Given
from storage.contracts import contract
from storage.contracts.contract import Contract
from storage.meetings.meeting import Meeting
from storage.overview import counts
from storage.overview.scope import Scope, Within
from storage.results import earlier_result
from storage.slots import unfinished


async def gathered(work: Work, meeting: Meeting) -> Agenda:
    """What there is to talk of at the meeting, as it is now."""
    contracts = await _contracts(work, meeting)
    under, supplier_id = await promised.under(work, contracts), meeting.supplier_id
    waiting = by_whom(await _points(work, meeting, contracts, under))
    given = await _given(work, supplier_id)
    elsewhere = await earlier_result.kinds_of(work.session, supplier_id)
    lately = Within(since=work.now - LOOKS_BACK)
    return Agenda(
        for_city=tuple(map(_told, waiting.for_city)),
        for_supplier=tuple(map(_told, waiting.for_supplier)),
        last_time=await met.last_time(work, meeting),
        promised=await promised.of_contracts(work, contracts, under),
        given=given,
        empty=tuple(citys_own_first(await counts.stood_empty(work.session, lately, Scope(supplier_id=supplier_id)))),
        not_tried=tuple(not_tried({each.kind for each in given} | elsewhere)),
    )


async def _points(work: Work, meeting: Meeting, contracts: Sequence[Contract], under: ByContract) -> Points:
    """All that waits for somebody."""
    naming, supplier_id = Naming(contracts), meeting.supplier_id
    offers = await unfinished.of_supplier(work.session, supplier_id, expired_since=work.now - LOOKS_BACK)
    return [
        *await offered.of_inquiries(work, supplier_id, naming),
        *await offered.of_offers(work, offers, naming),
        *await offered.of_placements(work, supplier_id, naming),
        *await promised.of_promises(work, under, offers, naming),
        *await met.of_meetings(work, meeting, naming),
    ]


def _told(point: Point[AgendaAbout]) -> AgendaPoint:
    return AgendaPoint(point.matter, point.about, point.since, point.times)


async def _contracts(work: Work, meeting: Meeting) -> Sequence[Contract]:
    """Those of the supplier that run, and the meeting's own: the one that has ended is closed out."""
    running = await contract.running(work.session, meeting.supplier_id, on=work.city.today(work.now))
    own = await work.session.get_one(Contract, meeting.contract_id)
    return [own, *(each for each in running if each.id != own.id)]


async def _given(work: Work, supplier_id: int) -> tuple[Given, ...]:
    funnels = await counts.funnel(work.session, Within(), Scope(supplier_id=supplier_id))
    held = await unfinished.held_by(work.session, supplier_id)
    return tuple(
        Given(
            kind=kind,
            offers=funnels[kind].offers,
            places=funnels[kind].offered,
            taken=funnels[kind].taken,
            proposed=funnels[kind].proposed,
            begun=funnels[kind].confirmed,
            completed=funnels[kind].completed,
            held=held.get(kind, 0),
        )
        for kind in SlotKind
        if kind in funnels
    )
