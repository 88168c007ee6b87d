"""A year's numbers by supplier, contract or trade: a list, each line of it the way to what it is made of."""

from collections.abc import Mapping, Sequence

from domain.access import may
from domain.action import Action
from domain.breakdown import Breakdown
from domain.parts_told import told, told_under
from domain.role import Role
from domain.slot import Trade
from domain.suppression import Mark
from handlers.doorways import OVERVIEW
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, numbered, page_of
from handlers.handling.choices import beside as pages_beside
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.overview.codes import BREAKDOWN, PART
from handlers.overview.standing_below import beside
from handlers.results.year import shown_year
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.overview.breakdown import BreakdownListed, PartLine, PartNamed
from storage.contracts import contract as contracts
from storage.overview import breakdown
from storage.overview.breakdown import Part
from storage.overview.scope import NO_CONTRACT
from storage.people import supplier
from storage.people.person import Person

ON_A_PAGE = 8

Told = Mapping[int | Trade, int | Mark]
"""Of each part how many began, or what stands in its place."""


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """A breakdown, or a page of it, was pressed."""
    by = breakdown_at(press.number(1))
    if by is None or not may(actor.actor, Action.SEE_OVERVIEW):
        raise NotTheirsError
    return beside(press, await _page(work, actor, shown_year(work, press.number(0)), by, press.number(2)))


def breakdown_at(place: int) -> Breakdown | None:
    """The breakdown that a button names."""
    every = list(Breakdown)
    return every[place] if 0 <= place < len(every) else None


async def _page(work: Work, actor: Person, year: int, by: Breakdown, wanted: int) -> Message:
    parts = await breakdown.of_year(work.session, actor.actor, by, year, zone=work.city.hours.zone)
    if actor.role is Role.READER:
        # In the order of what began, a number that is not told would stand between two that are.
        parts.sort(key=lambda each: (-each.offered.offered, str(each.which)))
    here = page_of(wanted, len(parts), size=ON_A_PAGE)
    shown = parts[here.skipped : here.skipped + here.size]
    named = await names_of(work, by, shown)
    marks = await _told_to_reader(work, actor, by, parts, year) if actor.role is Role.READER else {}
    listed = BreakdownListed(
        by=by,
        year=year,
        on=work.city.today(work.now),
        role=actor.role,
        lines=tuple(_line(each, named[each.which], marks.get(each.which)) for each in shown),
        number=here.number,
        pages=here.pages,
    )
    place = list(Breakdown).index(by)
    opens = [
        (_label(named[each.which]), data(PART, year, place, number_of(each.which), 0, here.place))
        for each in shown
        if sees_offers(actor)
    ]
    to_overview: Choice = (Label("overview.to_overview"), data(OVERVIEW, year))
    others = [*pages_beside(here, BREAKDOWN, year, place), to_overview]
    return Message(listed, (*numbered(opens), *numbered(others, first=len(opens) + 1, in_a_row=2)))


def sees_offers(actor: Person) -> bool:
    """Whether a line opens to its offers: a reader sees numbers alone."""
    return actor.role is not Role.READER


def number_of(which: int | Trade) -> int:
    """How a button names the part: by an id, or a trade by its place."""
    return list(Trade).index(which) if isinstance(which, Trade) else which


async def _told_to_reader(work: Work, actor: Person, by: Breakdown, parts: Sequence[Part], year: int) -> Told:
    """No small number, and none from which one could be reckoned with what the other lists tell."""
    counted = {each.which: each.total for each in parts}
    if by is not Breakdown.CONTRACT:
        return told(counted)
    zone = work.city.hours.zone
    suppliers = await breakdown.of_year(work.session, actor.actor, Breakdown.SUPPLIER, year, zone=zone)
    under = await contracts.with_ids(work.session, {which for which in counted if which != NO_CONTRACT})
    owner_of = {which: each.supplier_id for which, each in under.items()}
    return told_under(counted, owner_of, {each.which: each.total for each in suppliers})


def _line(part: Part, named: PartNamed, mark: int | Mark | None) -> PartLine:
    offered = part.offered.offered
    if mark is None:
        return PartLine(named, offered, part.total, is_few=False, earlier=part.earlier)
    if isinstance(mark, Mark):
        return PartLine(named, offered, None, is_few=mark is Mark.FEW, earlier=0)
    return PartLine(named, offered, mark, is_few=False, earlier=0)


async def names_of(work: Work, by: Breakdown, parts: Sequence[Part]) -> dict[int | Trade, PartNamed]:
    """What each of the parts is called."""
    ids = {each.which for each in parts if not isinstance(each.which, Trade) and each.which != NO_CONTRACT}
    if by is Breakdown.TRADE:
        return {each.which: PartNamed(trade=each.which) for each in parts}
    if by is Breakdown.SUPPLIER:
        return {which: PartNamed(supplier=name) for which, name in (await supplier.names(work.session, ids)).items()}
    under = await contracts.with_ids(work.session, ids)
    names = await supplier.names(work.session, {each.supplier_id for each in under.values()})
    named: dict[int | Trade, PartNamed] = {
        which: PartNamed(names[each.supplier_id], each.registry_number) for which, each in under.items()
    }
    named[NO_CONTRACT] = PartNamed()
    return named


def _label(named: PartNamed) -> Label:
    if named.trade is not None:
        return Label(f"trade.{named.trade}")
    told = [Label(text=text) for text in (named.registry_number, named.supplier) if text]
    return Label(joined=tuple(told)) if told else Label("overview.no_contract")
