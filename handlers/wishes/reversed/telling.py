"""Pass on what a supplier has answered, to whoever looks for a place."""

from datetime import date

from domain.ledger_event import LedgerEvent
from domain.reversed_question import ReversedAnswer
from domain.role import Role
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.people import notice, recipient
from handlers.wishes.reversed import codes
from messages.message import Message
from messages.wishes.reversed import PlaceAnswerTold
from storage.people import person, supplier
from storage.people.person import Person
from storage.wishes import wish as wishes
from storage.wishes.reversed_question import ReversedQuestion


async def record_answer(work: Work, actor: Person, question: ReversedQuestion, said: ReversedAnswer) -> None:
    """Write down what was answered, and nothing of the wish."""
    await work.record(
        LedgerEvent.REVERSED_QUESTION_ANSWERED,
        actor=actor,
        supplier_id=question.supplier_id,
        about=question.reference,
        content=said.value,
    )


async def tell_matcher(work: Work, question: ReversedQuestion, said: ReversedAnswer, later_on: date | None) -> None:
    """Tell whoever looks for it now. Only a matcher is shown the way to the wish."""
    told = PlaceAnswerTold((await supplier.find(work.session, question.supplier_id)).name, said, later_on)
    way = codes.way("fitting.wish", codes.WISH, question) if question.wish_id is not None else None
    for each in await recipient.in_place_of(work, await who_looks(work, question)):
        buttons = numbered([way]) if way is not None and each.person.role is Role.MATCHER else ()
        await notice.tell_directly(work, each.person, each.gets(Message(told, buttons)), about=question.reference)


async def who_looks(work: Work, question: ReversedQuestion) -> Person:
    """The matcher whose wish it is now; where that is disposed of, whoever asked."""
    wish = await wishes.find(work.session, question.wish_id) if question.wish_id is not None else None
    return await person.find(work.session, wish.matcher_id if wish is not None else question.matcher_id)
