"""/oversikt: how far it is to the year's goal, in a picture and in words, each role's own version."""

from collections.abc import Mapping
from dataclasses import replace

from domain.access import may
from domain.action import Action
from domain.beside_own import is_told_beside, is_told_of_state
from domain.breakdown import Breakdown
from domain.document import DocumentKind
from domain.funnel import Funnel
from domain.placement import BEGIN_WITH_SOMEBODY, HAS_BEGUN, UNDER_WAY, PlacementStatus
from domain.role import Role
from domain.small_number import is_small, is_told_beside_whole
from domain.typed_number import understood_number
from handlers.doorways import COUNCIL, MONTHLY, OVERVIEW
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.overview import facts
from handlers.overview.codes import BEHIND, BREAKDOWN, GOALS, RESULTS, SET_GOAL, YEAR_PICTURE
from handlers.overview.facts import CityYear
from handlers.overview.standing_below import beside, is_under_picture
from handlers.results import showing as results
from handlers.results.year import shown_year, years_beside
from messages.button import data
from messages.label import Label
from messages.message import Attachment, Message
from messages.overview.overview import GoalDecided, OverviewShown, OwnPlacements, OwnYear, SupplierOverview
from messages.pictures.goal import GoalPicture
from storage.documents import document
from storage.overview import counts, own
from storage.overview.scope import scope_for, the_year
from storage.people.person import Person
from storage.results import earlier_result
from storage.slots import slot_list
from storage.slots.slot import Slot


async def show(work: Work, actor: Person, typed: Typed) -> Answer:
    """/oversikt, perhaps with a year behind it."""
    return await page(work, actor, year=understood_number(typed.words) or 0)


async def show_year(work: Work, actor: Person, press: Press) -> Answer:
    """Another year was pressed, or the way back: under a picture a new picture comes, else the words alone."""
    shown = await page(work, actor, year=press.number(0))
    return Below(shown) if is_under_picture(press) else replace(shown, attachment=None)


async def show_results(work: Work, actor: Person, press: Press) -> Answer:
    """*Resultat och program* was pressed."""
    return beside(press, await results.page(work, actor, year=press.number(0)))


async def page(work: Work, actor: Person, *, year: int = 0) -> Message:
    """A year's overview; this year's where there is none such."""
    if not may(actor.actor, Action.SEE_OVERVIEW):
        raise NotTheirsError
    city = await facts.of_city(work, shown_year(work, year))
    if actor.role is Role.SUPPLIER:
        return await _of_supplier(work, actor, city)
    tells_small = actor.role is not Role.READER
    shown = OverviewShown(
        picture=picture_of(city, tells_small=tells_small),
        kinds=city.kinds,
        decided=GoalDecided(city.goal.decided_on, city.goal.registry_number) if city.goal is not None else None,
        way=await facts.way_of(work, city),
        own=await _own(work, actor, city.year) if actor.role is Role.MATCHER else None,
        tells_small=tells_small,
    )
    ways, page_ways = _ways(work, actor, city), await _council_page(work, actor, city.year)
    rows = (*numbered(ways, in_a_row=2), *numbered(page_ways, first=len(ways) + 1))
    return Message(shown, rows, Attachment.GOAL_PICTURE)


async def _council_page(work: Work, actor: Person, year: int) -> list[Choice]:
    """The way to the page, for who makes it; for the others once it is approved."""
    makes = may(actor.actor, Action.MAKE_COUNCIL_PAGE)
    is_there = makes or await document.in_force(work.session, DocumentKind.COUNCIL_PAGE, year)
    return [(Label("council.page", text=str(year)), data(COUNCIL, year))] if is_there else []


def picture_of(city: CityYear, *, tells_small: bool) -> GoalPicture:
    """What the picture shows; of small numbers no more than that they are small, where they may be taken elsewhere."""
    of, earlier = city.states, city.earlier

    def told(number: int) -> int | None:
        return number if tells_small or not is_small(number) else None

    tells_earlier = tells_small or is_told_beside_whole(earlier, of.confirmed)
    return GoalPicture(
        year=city.year,
        on=city.today,
        goal=city.goal.number if city.goal is not None else None,
        confirmed=told(of.confirmed),
        begun=told(of.begun),
        matched=told(of.matched),
        offered=of.offered,
        earlier=earlier if tells_earlier else 0,
    )


async def _own(work: Work, actor: Person, year: int) -> OwnPlacements:
    theirs = await own.of_matcher(work.session, actor.id, year, zone=work.city.hours.zone)
    return OwnPlacements(
        confirmed=sum(theirs[status] for status in HAS_BEGUN),
        begun=theirs[PlacementStatus.STARTED],
        under_way=sum(theirs[status] for status in UNDER_WAY),
        waiting=await slot_list.count_waiting_for(work.session, actor.id),
    )


async def _of_supplier(work: Work, actor: Person, city: CityYear) -> Message:
    assert actor.supplier_id is not None  # noqa: S101  a supplier's contact has one
    ahead = await own.ahead_of_supplier(work.session, actor.supplier_id)
    own_year = await _own_year(work, actor, city.year, unconfirmed=ahead[PlacementStatus.STARTED])
    is_told = is_told_beside(city.states.confirmed, own_year.total)
    picture = _beside_own(picture_of(city, tells_small=False), city, ahead) if is_told else None
    goal = city.goal.number if city.goal is not None else None
    shown = SupplierOverview(city.year, city.today, own_year, goal, city.kinds, picture)
    attachment = Attachment.GOAL_PICTURE if picture is not None else None
    return Message(shown, numbered(_ways(work, actor, city), in_a_row=2), attachment)


def _beside_own(picture: GoalPicture, city: CityYear, ahead: Mapping[PlacementStatus, int]) -> GoalPicture:
    """The picture without the states that would tell which of the supplier's own placements are one resident's."""
    begun, matched = ahead[PlacementStatus.STARTED], sum(ahead[status] for status in UNDER_WAY)
    says_begun = is_told_of_state(city.states.begun, begun)
    says_matched = is_told_of_state(city.states.matched, matched)
    return replace(
        picture,
        begun=picture.begun if says_begun else None,
        matched=picture.matched if says_matched else None,
        unsaid=(*(() if says_begun else ("begun",)), *(() if says_matched else ("matched",))),
    )


async def _own_year(work: Work, actor: Person, year: int, *, unconfirmed: int) -> OwnYear:
    """The supplier's own, of the kinds in which somebody begins."""
    scope, zone = scope_for(actor.actor), work.city.hours.zone
    by_kind = await counts.funnel(work.session, the_year(year, zone), scope)
    offered = sum((of for kind, of in by_kind.items() if kind in BEGIN_WITH_SOMEBODY), Funnel())
    starts = await counts.starts_by(work.session, Slot.supplier_id, year, scope, zone=zone)
    earlier = await earlier_result.count_by_supplier(work.session, year, BEGIN_WITH_SOMEBODY)
    assert actor.supplier_id is not None  # noqa: S101  a supplier's contact has one
    return OwnYear(
        offered=offered.offered,
        taken=offered.taken,
        begun=sum(number for (_, kind), number in starts.items() if kind in BEGIN_WITH_SOMEBODY),
        unconfirmed=unconfirmed,
        earlier=earlier.get(actor.supplier_id, 0),
    )


def _ways(work: Work, actor: Person, city: CityYear) -> list[Choice]:
    year, is_staff = city.year, may(actor.actor, Action.SEE_RESULTS)
    parts = [
        (Label(f"overview.{by}"), data(BREAKDOWN, year, place, 0))
        for place, by in enumerate(Breakdown)
        if by is not Breakdown.SUPPLIER or actor.role is not Role.SUPPLIER
    ]
    ways = [(Label("overview.year"), data(YEAR_PICTURE, year))] if is_staff else []
    ways += parts
    if is_staff:
        ways += [
            (Label("overview.behind"), data(BEHIND, year, 0, 0)),
            (Label("overview.results"), data(RESULTS, year)),
        ]
    if actor.role is not Role.SUPPLIER:
        ways.append((Label("overview.goals"), data(GOALS, 0)))
    if may(actor.actor, Action.GET_MONTHLY):
        ways.append((Label("monthly.letter"), data(MONTHLY)))
    if may(actor.actor, Action.SET_GOAL) and not city.goal:
        ways.append((Label("overview.set_goal"), data(SET_GOAL)))
    return [*ways, *((Label("result.year", text=str(each)), data(OVERVIEW, each)) for each in years_beside(work, year))]
