"""The clock asks for evaluations whose day has come."""

from handlers.form import asking
from handlers.handling.work import Work
from handlers.people.recipient import is_in_reach
from handlers.placements.evaluation import views
from messages.message import Message
from storage.outbox import Lane, Ring
from storage.people import absence, person
from storage.people.person import Person
from storage.placements import evaluation as evaluations
from storage.placements.evaluation import Evaluation

AT_ONCE = 10


async def ask(work: Work) -> bool:
    """Ask about the placements whose evaluation is due, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await evaluations.due_of_placements(work.session, now=work.now, at_most=AT_ONCE)
    for evaluation in due:
        somebody = await who_is_asked(work, evaluation)
        if somebody is not None:
            question = await views.of_placement(work, evaluation, somebody, views.first(somebody))
            await tell(work, evaluation, somebody, question)
    return len(due) == AT_ONCE


async def who_is_asked(work: Work, evaluation: Evaluation) -> Person | None:
    """Whoever it is for; None where they are away, and are asked once they are back, or are not in reach any more."""
    somebody = await person.find(work.session, evaluation.person_id)
    evaluation.next_at = None
    if not is_in_reach(somebody):
        return None
    back_on = await absence.back_on(work.session, somebody.id, today=work.city.today(work.now))
    if back_on is None:
        return somebody
    hours = work.city.hours
    evaluation.asked_at = evaluation.next_at = hours.opening_on(hours.working_day_from(back_on))
    return None


async def tell(work: Work, evaluation: Evaluation, somebody: Person, question: Message) -> None:
    """Ask just this person, and nobody in their place."""
    await work.tell(
        somebody,
        question,
        lane=Lane.DUTY,
        ring=Ring.IN_WORKING_HOURS,
        key=f"evaluation:{evaluation.id}:",
        about=evaluation.reference,
    )
    await asking.show_again(work, somebody)
