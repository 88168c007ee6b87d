"""What the numbers of one supplier, contract or trade are made of: how far its places came, and its offers."""

from dataclasses import replace

from domain.access import may
from domain.action import Action
from domain.breakdown import Breakdown
from domain.role import Role
from domain.slot import Trade
from handlers.doorways import OVERVIEW
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import beside as pages_beside
from handlers.handling.choices import numbered, page_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.overview import slot_page
from handlers.overview.breaking_down import breakdown_at, names_of, sees_offers
from handlers.overview.codes import BREAKDOWN, PART
from handlers.overview.standing_below import beside
from handlers.results.year import shown_year
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.overview.breakdown import PartShown
from storage.overview import behind, breakdown
from storage.overview.breakdown import Part
from storage.overview.scope import Scope, scope_for
from storage.people.person import Person


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """A line of a breakdown, or a page of its offers, was pressed. A reader sees no single offers."""
    by, year = breakdown_at(press.number(1)), shown_year(work, press.number(0))
    if by is None or not sees_offers(actor) or not may(actor.actor, Action.SEE_OVERVIEW):
        raise NotTheirsError
    which = _meant(by, press.number(2))
    parts = await breakdown.of_year(work.session, actor.actor, by, year, zone=work.city.hours.zone)
    part = next((each for each in parts if each.which == which), None)
    if part is None:
        raise NotTheirsError
    return beside(press, await _page(work, actor, by, part, press))


def _meant(by: Breakdown, number: int) -> int | Trade | None:
    trades = list(Trade)
    if by is not Breakdown.TRADE:
        return number
    return trades[number] if 0 <= number < len(trades) else None


async def _page(work: Work, actor: Person, by: Breakdown, part: Part, press: Press) -> Message:
    year = shown_year(work, press.number(0))
    scope, zone = _narrowed(scope_for(actor.actor), by, part), work.city.hours.zone
    total = await behind.count_slots(work.session, scope, year, zone=zone)
    here = page_of(press.number(3), total, size=slot_page.ON_A_PAGE)
    found = await behind.slots(work.session, scope, year, zone=zone, skip=here.skipped, at_most=here.size)
    shown = PartShown(
        named=(await names_of(work, by, [part]))[part.which],
        year=year,
        role=actor.role,
        steps=replace(part.offered, working=0) if actor.role is Role.SUPPLIER else part.offered,
        begun=part.starts,
        earlier=part.earlier,
        page=await slot_page.of(work, actor, found, here),
    )
    carried = (year, press.number(1), press.number(2))
    pages = pages_beside(here, PART, *carried)
    back = (Label("overview.to_list"), data(BREAKDOWN, year, press.number(1), max(press.number(4), 0)))
    to_overview = (Label("overview.to_overview"), data(OVERVIEW, year))
    cards = await slot_page.ways(work, found)
    return Message(shown, (*numbered(cards), *numbered([*pages, back, to_overview], first=len(cards) + 1, in_a_row=2)))


def _narrowed(scope: Scope, by: Breakdown, part: Part) -> Scope:
    """Of what the actor may see, this part alone."""
    return replace(scope, **{_FIELD[by]: part.which})


_FIELD = {Breakdown.SUPPLIER: "supplier_id", Breakdown.CONTRACT: "contract_id", Breakdown.TRADE: "trade"}
