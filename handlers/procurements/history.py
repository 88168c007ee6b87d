"""*Tidigare beslut*: all that was ever decided of a procurement."""

from handlers.doorways import PROCUREMENT
from handlers.handling.answer import Answer
from handlers.handling.choices import beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import procurement_decision
from handlers.procurements.codes import HISTORY
from handlers.procurements.finding import planned_one
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.procurements.procurement import ProcurementHistory
from storage.people.person import Person
from storage.procurements import decision as decisions

ON_A_PAGE = 5


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """It, or a page of it, was pressed."""
    one = await planned_one(work, actor, press.number(0))
    here = page_of(press.number(1), await decisions.count(work.session, one.id), size=ON_A_PAGE)
    found = await decisions.part(work.session, one.id, skip=here.skipped, at_most=here.size)
    lines = tuple(procurement_decision.told(work, each, by) for each, by in found)
    ways = [*beside(here, HISTORY, one.id), (Label(text=one.title), data(PROCUREMENT, one.id))]
    return Message(ProcurementHistory(one.title, lines, here.number, here.pages), numbered(ways, in_a_row=2))
