"""Search contracts by their supplier's name or their number."""

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.list_place import LONGEST_SEARCH
from handlers.contracts import listing
from handlers.form import forms
from handlers.form.form import Form, registered
from handlers.form.question import Answers, Known, Question, given
from handlers.form.typed import typed_text
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from messages.message import Message
from storage.people.person import Person

WHAT = Question[Known]("contract_search", "search", read=typed_text(LONGEST_SEARCH))


@frozen
class Searched:
    """What is answered: what is looked for."""

    search: str


async def begin(work: Work, actor: Person, _press: Press) -> Answer:
    """*Sök* was pressed."""
    if not may(actor.actor, Action.READ_CONTRACT):
        raise NotTheirsError
    return await forms.begin(work, actor, FORM)


async def show_or_search(work: Work, actor: Person, typed: Typed) -> Answer:
    """/avtal, alone or with what is looked for: what may not be written is not looked for either."""
    if not typed.words or not may(actor.actor, Action.READ_CONTRACT):
        return await listing.show(work, actor)
    return await forms.answer_at_once(work, actor, FORM, {}, text=typed.words, message_id=typed.message_id)


async def _known(work: Work, _actor: Person) -> Known:
    return Known(work.city.today(work.now), work.city.hours)


async def _send(work: Work, actor: Person, answers: Answers, _known: Known) -> Message:
    if not may(actor.actor, Action.READ_CONTRACT):
        raise NotTheirsError
    return await listing.page(work, actor, 0, " ".join(given(answers, Searched).search.split()))


FORM = registered(
    Form(
        name="contract_search",
        version=1,
        questions=lambda _answers, _known: (WHAT,),
        known=_known,
        send=_send,
    )
)
