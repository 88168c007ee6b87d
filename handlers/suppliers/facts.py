"""Gather what a supplier's page tells."""

from collections import Counter
from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.evaluation import EvaluationQuestion, Verdict
from domain.how_far import HowFar, how_far
from domain.placement import BEGIN_WITH_SOMEBODY
from domain.slot import SlotKind
from handlers.handling.work import Work
from handlers.obligations import facts as obligation_facts
from handlers.obligations.turns import turns_of
from handlers.suppliers import contacts
from messages.contracts.facts import MeetingDay
from messages.suppliers import supplier as said
from storage.contracts.contract import Contract
from storage.meetings import attendance, under_contract
from storage.obligations.obligation import Obligation
from storage.overview import counts
from storage.overview.scope import Scope, the_year
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.results import earlier_result
from storage.suppliers import evaluated, offered, promised

YEARS_TOLD = 3

Ahead = Sequence[tuple[Obligation, HowFar]]


async def of_supplier(work: Work, viewer: Person, supplier: Supplier) -> said.Supplier:
    """The page, as the viewer may read it."""
    under = await promised.contracts_of(work.session, supplier.id)
    ahead = await _ahead(work, supplier)
    trades = [*([supplier.trade] if supplier.trade else []), *await offered.trades(work.session, supplier.id)]
    by_supplier, by_city = await _judged(work, viewer, supplier)
    return said.Supplier(
        name=supplier.name,
        organisation_number=supplier.organisation_number,
        trades=tuple(dict.fromkeys(trades)),
        contacts=tuple(each.name for each in await contacts.of_supplier(work, supplier.id, under)),
        waits=await _waits(work, supplier, under, ahead),
        contracts=await _contracts(work, supplier, under, ahead),
        years=await _years(work, supplier),
        by_supplier=by_supplier,
        by_city=by_city,
        meetings=await _meetings(work, supplier, under),
    )


async def _ahead(work: Work, supplier: Supplier) -> Ahead:
    """What somebody still waits for, and how far it is."""
    found = await promised.to_be_done(work.session, supplier.id)
    turns = await turns_of(work, found)
    return [(each, how_far(each.status, turns[each.id].turn.side)) for each in found]


async def _waits(work: Work, supplier: Supplier, under: Sequence[Contract], ahead: Ahead) -> said.Waits:
    numbers = {each.id: each.registry_number for each in under}
    return said.Waits(
        untaken=await offered.count_untaken(work.session, supplier.id),
        proposals=await offered.count_proposals(work.session, supplier.id),
        promised=tuple(
            said.AwaitedOfSupplier(far, obligation_facts.named(each), numbers[each.contract_id])
            for side in (HowFar.CITY, HowFar.SUPPLIER)
            for each, far in ahead
            if far is side
        ),
    )


async def _contracts(
    work: Work, supplier: Supplier, under: Sequence[Contract], ahead: Ahead
) -> tuple[said.ContractStanding, ...]:
    """Those that run first."""
    today, done = work.city.today(work.now), await promised.fulfilled(work.session, supplier.id)
    stands: dict[int, Counter[HowFar]] = {each.id: Counter({HowFar.DONE: done[each.id]}) for each in under}
    for each, far in ahead:
        stands[each.contract_id][far] += 1
    told = [
        said.ContractStanding(
            number=each.registry_number,
            title=each.title,
            ends_on=each.ends_on,
            has_ended=each.ends_on is not None and each.ends_on < today,
            stands=tuple(said.SoMany(far, stands[each.id][far]) for far in HowFar if stands[each.id][far]),
        )
        for each in under
    ]
    return tuple(sorted(told, key=lambda each: each.has_ended))


async def _years(work: Work, supplier: Supplier) -> tuple[said.YearOffered, ...]:
    """This year and those before it, without those in which nothing was."""
    this_year = work.city.today(work.now).year
    years = [await _year(work, supplier, this_year - back) for back in range(YEARS_TOLD)]
    return tuple(each for each in years if each.kinds or each.earlier)


async def _year(work: Work, supplier: Supplier, year: int) -> said.YearOffered:
    within, scope = the_year(year, work.city.hours.zone), Scope(supplier_id=supplier.id)
    by_kind = await counts.funnel(work.session, within, scope)
    earlier = await earlier_result.count_by_supplier(work.session, year, BEGIN_WITH_SOMEBODY)
    return said.YearOffered(
        year=year,
        kinds=tuple(
            said.KindOffered(kind, of.offers, of.offered, of.taken, of.confirmed, of.completed)
            for kind in SlotKind
            if (of := by_kind.get(kind)) is not None
        ),
        earlier=earlier.get(supplier.id, 0),
    )


async def _judged(
    work: Work, viewer: Person, supplier: Supplier
) -> tuple[tuple[said.Judged, ...], tuple[said.Judged, ...]]:
    """What both sides have answered; a matcher reads what they have answered themselves."""
    is_all = may(viewer.actor, Action.LEAD_CONTRACT)
    found = await evaluated.verdicts(work.session, supplier.id, by=None if is_all else viewer.id)
    return _of_side(found, is_suppliers=True), _of_side(found, is_suppliers=False)


def _of_side(found: evaluated.Verdicts, *, is_suppliers: bool) -> tuple[said.Judged, ...]:
    return tuple(
        said.Judged(question, counted[Verdict.YES], counted[Verdict.PARTLY], counted[Verdict.NO])
        for question in EvaluationQuestion
        if (counted := found.get((is_suppliers, question))) is not None
    )


async def _meetings(work: Work, supplier: Supplier, under: Sequence[Contract]) -> said.MeetingsWith:
    came = await attendance.of_supplier(work.session, supplier.id)
    booked = await under_contract.planned(work.session, [each.id for each in under], since=work.now)
    ahead = tuple(MeetingDay(each.kind, work.city.today(each.starts_at)) for each in booked)
    return said.MeetingsWith(came.held, came.attended, came.not_held, came.cancelled, ahead)
