"""*Mål och beslut*: every goal that was ever set, with the decision behind it."""

from domain.access import may
from domain.action import Action
from domain.role import Role
from handlers.doorways import OVERVIEW
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import beside as pages_beside
from handlers.handling.choices import numbered, page_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.overview.codes import GOALS, SET_GOAL
from handlers.overview.standing_below import beside
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.overview.goal import GoalLine, GoalsListed
from storage.overview import goal as goals
from storage.overview.goal import Goal
from storage.people import person
from storage.people.person import Person

ON_A_PAGE = 6


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """It, or a page of it, was pressed. The city's people and readers see it; a supplier sees the goal alone."""
    if not may(actor.actor, Action.SEE_OVERVIEW) or actor.role is Role.SUPPLIER:
        raise NotTheirsError
    return beside(press, await page(work, actor, press.number(0)))


async def page(work: Work, actor: Person, wanted: int, *, is_news: bool = False) -> Message:
    """A page of them, the latest year first."""
    here = page_of(wanted, await goals.count(work.session), size=ON_A_PAGE)
    found = await goals.part(work.session, skip=here.skipped, at_most=here.size)
    lines = tuple([await _line(work, each) for each in found])
    set_one = [(Label("overview.set_goal"), data(SET_GOAL))] if may(actor.actor, Action.SET_GOAL) else []
    to_overview = (Label("overview.to_overview"), data(OVERVIEW, 0))
    buttons = numbered([*pages_beside(here, GOALS), *set_one, to_overview], in_a_row=2)
    return Message(GoalsListed(lines, here.number, here.pages, is_news), buttons)


async def _line(work: Work, goal: Goal) -> GoalLine:
    writer = await person.with_id(work.session, goal.set_by) if goal.set_by is not None else None
    return GoalLine(
        year=goal.year,
        number=goal.number,
        kinds=goals.kinds_of(goal),
        decided_on=goal.decided_on,
        registry_number=goal.registry_number,
        set_by=writer.name if writer is not None else "",
        set_on=work.city.today(goal.set_at),
        replaced_on=work.city.today(goal.replaced_at) if goal.replaced_at is not None else None,
    )
