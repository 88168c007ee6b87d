"""*Skicka som fil*: how the plan comes in as a file, with a sheet to fill in."""

from handlers.handling.answer import Answer, Below
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.procurements.finding import only_planners
from messages.message import Attachment, Message
from messages.procurements.noting import PlanExplained
from storage.people.person import Person


async def explain(_work: Work, actor: Person, _press: Press) -> Answer:
    """*Skicka som fil* was pressed."""
    only_planners(actor)
    return Below(Message(PlanExplained(), attachment=Attachment.PLAN_TEMPLATE))
