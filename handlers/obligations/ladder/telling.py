"""Say what the clock brings about: after all answers, and above the question of a form that is open."""

from domain.reference import Reference
from handlers.form.asking import WHERE_YOU_ARE, ask
from handlers.form.filling import filling_of
from handlers.handling.work import Work
from messages.message import Message
from storage.outbox import Lane, Ring
from storage.people.person import Person


async def tell(work: Work, somebody: Person, message: Message, *, key: str, about: Reference) -> int | None:
    """Queue it once under that key; None where that was done before."""
    open_form = await filling_of(work, somebody)
    # The form's question is an answer, and would overtake what is to stand above it.
    lane = Lane.DUTY if open_form is None else Lane.ANSWER
    outbox_id = await work.tell(somebody, message, lane=lane, ring=Ring.IN_WORKING_HOURS, key=key, about=about)
    if open_form is not None and outbox_id is not None:
        await ask(open_form, complaint=WHERE_YOU_ARE)
    return outbox_id
