"""A new date for an obligation: the ladder begins again, and the supplier hears it."""

from domain.action import Action
from domain.obligation_life import ObligationEvent
from handlers.form.complaint import Complaint
from handlers.form.form import FormAbout, registered
from handlers.form.path import NextPlace
from handlers.form.progress import Progress
from handlers.form.question import Answers
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import deciding, due_date, settling
from handlers.obligations.deciding import Deciding, ObligationToDecide, of_obligation
from handlers.obligations.finding import still_may
from messages.message import Message
from messages.obligations.facts import ObligationNews
from storage.people.person import Person


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Nytt datum* was pressed."""
    return await deciding.begin(work, actor, press, FORM, Action.LEAD_CONTRACT, ObligationEvent.MOVE)


async def _send(work: Work, actor: Person, answers: Answers, known: Deciding) -> Message | NextPlace:
    if due_date.has_passed(answers, known):
        return NextPlace(Progress(at=due_date.DUE_ON.name, answers=dict(answers)), Complaint.DAY_IN_PAST.value)
    found = await deciding.asked_about(work, actor, known, Action.LEAD_CONTRACT)
    day = due_date.due_on(answers, known)
    is_moved = await settling.move(work, found[0], day, actor=actor)
    return await deciding.closing(work, actor, known, found, ObligationNews.MOVED if is_moved else None)


FORM = registered(
    FormAbout(
        name="new_due_date",
        noun="obligation",
        still_holds=still_may(ObligationEvent.MOVE),
        version=1,
        questions=due_date.questions,
        about=ObligationToDecide,
        known=of_obligation,
        send=_send,
        tidied=due_date.tidied,
    )
)
