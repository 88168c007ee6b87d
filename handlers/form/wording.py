"""Word the questions of a form about a resident: as they are sent, from the form as it stands then."""

from handlers.form import views
from handlers.form.filling import filling_as_read
from handlers.handling.work import Work
from messages.form import AskedUnkept
from messages.message import Message
from storage.people import person


async def question(work: Work, kept: Message) -> Message | None:
    """The question; None where it was answered meanwhile."""
    asked: AskedUnkept = kept.parameters
    filling = await filling_as_read(work, await person.find(work.session, asked.person_id))
    if filling is None or not filling.form.is_private or filling.talk.revision != asked.revision:
        return None
    return views.question(filling.form, filling.progress, filling.known, asked.revision, asked.complaint)
