"""*Skicka som fil*: how the plan comes in as a file, with a sheet to fill in."""

from domain.access import may
from domain.action import Action
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.message import Attachment, Message
from messages.procurements.noting import PlanExplained
from storage.people.person import Person


async def explain(_work: Work, actor: Person, _press: Press) -> Answer:
    """*Skicka som fil* was pressed."""
    if not may(actor.actor, Action.PLAN_PROCUREMENT):
        raise NotTheirsError
    return Below(Message(PlanExplained(), attachment=Attachment.PLAN_TEMPLATE))
