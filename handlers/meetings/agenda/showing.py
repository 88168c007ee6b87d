"""The agenda on a press: in the chat, all of it where it is long, or on a page to print."""

from domain.action import Action
from domain.role import Role
from handlers.handling.answer import Answer, Below
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import facts
from handlers.meetings.agenda.gathering import gathered
from handlers.meetings.codes import AGENDA_PAGE, WHOLE_AGENDA
from handlers.meetings.finding import theirs
from handlers.meetings.views import show_button
from messages.button import data
from messages.label import Label
from messages.meetings.agenda import SHOWN, AgendaForCity, AgendaForSupplier, AgendaPage
from messages.message import Attachment, Message
from storage.meetings.meeting import Meeting
from storage.people.person import Person

ALL = 1000
"""Lines of each part: more than there are. What no message holds is on the page to print."""


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """*Dagordning* was pressed."""
    meeting = (await theirs(work, actor, Action.SEE_MEETING, press.number(0))).meeting
    return await message(work, meeting, is_for_supplier=_is_of_supplier(actor))


async def show_all(work: Work, actor: Person, press: Press) -> Answer:
    """*Visa allt* was pressed."""
    meeting = (await theirs(work, actor, Action.SEE_MEETING, press.number(0))).meeting
    return await message(work, meeting, is_for_supplier=_is_of_supplier(actor), most=ALL)


async def print_page(work: Work, actor: Person, press: Press) -> Answer:
    """*Skriv ut* was pressed."""
    meeting = (await theirs(work, actor, Action.SEE_MEETING, press.number(0))).meeting
    page = AgendaPage(
        meeting=await facts.in_full(work, meeting),
        agenda=await gathered(work, meeting),
        is_for_supplier=_is_of_supplier(actor),
        city=work.city.name,
        made_at=work.city.hours.local(work.now),
    )
    return Below(Message(page, attachment=Attachment.AGENDA), about=meeting.reference)


async def message(work: Work, meeting: Meeting, *, is_for_supplier: bool, most: int = SHOWN) -> Message:
    """The agenda as that side reads it, with what can be done with it."""
    agenda, told = await gathered(work, meeting), await facts.in_full(work, meeting)
    shown = (AgendaForSupplier if is_for_supplier else AgendaForCity)(told, agenda, most)
    whole = [(Label("agenda.all"), data(WHOLE_AGENDA, meeting.id))] if agenda.is_longer_than(most) else []
    ways = [*whole, (Label("agenda.print"), data(AGENDA_PAGE, meeting.id)), show_button(meeting)]
    return Message(shown, numbered(ways, in_a_row=2))


def _is_of_supplier(actor: Person) -> bool:
    return actor.role is Role.SUPPLIER
