"""*Bakom siffrorna*: the placements and offers that the four numbers of the goal are made of; for staff."""

from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.goal_state import GoalState
from handlers.doorways import OVERVIEW, PLACEMENT
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, Page, numbered, page_of
from handlers.handling.choices import beside as pages_beside
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.overview import facts, slot_page
from handlers.overview.codes import BEHIND
from handlers.overview.standing_below import beside
from handlers.results.year import shown_year
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.overview.breakdown import PlacementLine, StateShown
from storage.overview.behind import Behind, Found
from storage.people.person import Person
from storage.slots.slot import Slot

_AHEAD = (GoalState.MATCHED, GoalState.OFFERED)
"""In a year that is over nothing is matched or offered any more."""


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """It, another of the four, or a page was pressed."""
    place = press.number(1)
    if not may(actor.actor, Action.SEE_RESULTS) or not 0 <= place < len(GoalState):
        raise NotTheirsError
    city = await facts.of_city(work, shown_year(work, press.number(0)))
    made_of = Behind(city.year, city.kinds, today=city.today, zone=work.city.hours.zone)
    state = list(GoalState)[place]
    if city.year != city.today.year and state in _AHEAD:
        return beside(press, _placements(state, city.year, [], page_of(0, 0, size=slot_page.ON_A_PAGE)))
    total = await made_of.count(work.session, state)
    here = page_of(press.number(2), total, size=slot_page.ON_A_PAGE)
    if state is GoalState.OFFERED:
        offers = await made_of.free(work.session, skip=here.skipped, at_most=here.size)
        return beside(press, await _offers(work, actor, city.year, offers, here))
    found = await made_of.placements(work.session, state, skip=here.skipped, at_most=here.size)
    return beside(press, _placements(state, city.year, found, here))


def _placements(state: GoalState, year: int, found: Sequence[Found], here: Page) -> Message:
    lines = tuple(
        PlacementLine(placement.code, name, slot.kind, placement.begun_on or placement.starts_on)
        for placement, slot, name in found
    )
    cards = [
        (Label(joined=(Label(text=placement.code), Label(text=name))), data(PLACEMENT, placement.id))
        for placement, _, name in found
    ]
    return _shown(StateShown(state, year, lines, None, here.number, here.pages), cards, here)


async def _offers(work: Work, actor: Person, year: int, found: Sequence[Slot], here: Page) -> Message:
    page = await slot_page.of(work, actor, found, here)
    shown = StateShown(GoalState.OFFERED, year, (), page, here.number, here.pages)
    return _shown(shown, await slot_page.ways(work, found), here)


def _shown(shown: StateShown, cards: list[Choice], here: Page) -> Message:
    states = list(GoalState)
    others = [
        (Label(f"goal_state.{each}"), data(BEHIND, shown.year, place, 0))
        for place, each in enumerate(states)
        if each is not shown.state
    ]
    ways = [
        *pages_beside(here, BEHIND, shown.year, states.index(shown.state)),
        *others,
        (Label("overview.to_overview"), data(OVERVIEW, shown.year)),
    ]
    return Message(shown, (*numbered(cards), *numbered(ways, first=len(cards) + 1, in_a_row=2)))
