"""Say what the clock brings about: after all answers, and above the question of a form that is open."""

from domain.reference import Reference
from handlers.form import asking, filling
from handlers.handling.work import Work
from messages.message import Message
from storage.outbox import Lane, Ring
from storage.people.person import Person


async def tell(work: Work, somebody: Person, message: Message, *, key: str, about: Reference) -> int | None:
    """Queue it once under that key; None where that was done before."""
    is_in_form = await filling.is_open(work, somebody)
    # The form's question is an answer, and would overtake what is to stand above it.
    lane = Lane.ANSWER if is_in_form else Lane.DUTY
    outbox_id = await work.tell(somebody, message, lane=lane, ring=Ring.IN_WORKING_HOURS, key=key, about=about)
    if is_in_form and outbox_id is not None:
        await asking.show_again(work, somebody)
    return outbox_id
