"""/integritet: what is kept of whoever asks, why, from where, who sees it, how long, and whom to ask."""

from domain.access import may
from domain.action import Action
from domain.role import Role
from handlers.doorways import BROADCASTS, NAMING, TELL_DETAILS
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.people.colleagues import company_of
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.people.details import Privacy
from storage.people import contact, contact_details
from storage.people.person import Person


async def show(work: Work, actor: Person, _typed: Typed) -> Answer:
    """What is kept of somebody who is in, with the way to change where they can be reached."""
    details = await contact_details.of_person(work.session, actor.id)
    notice = Privacy(
        actor.name,
        actor.role,
        await company_of(work, actor),
        work.city.name,
        work.city.contact,
        is_from_register=await contact.of_person(work.session, actor.id) is not None,
    )
    way = "details.change" if details.are_known else "details.tell"
    tells = [(Label(way), data(TELL_DETAILS))] if may(actor.actor, Action.TELL_DETAILS) else []
    of_suppliers = [(Label("naming.ask"), data(NAMING)), (Label("broadcast.setting"), data(BROADCASTS))]
    others = of_suppliers if actor.role is Role.SUPPLIER else []
    return Message(notice, numbered([*tells, *others]), details_of=actor.reference)
