"""Nobody looks by the wish any more: the questions that suppliers have not answered say so, without a sound."""

from domain.slot import SlotKind
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.slots.report.undo import ANOTHER
from handlers.wishes.reversed import codes
from handlers.wishes.reversed.finding import place_facts
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.wishes.reversed import PlaceOver
from storage import outbox, recall
from storage.wishes import reversed_question as questions
from storage.wishes.reversed_question import ReversedQuestion
from storage.wishes.wish import Wish


async def show_over(work: Work, wish: Wish) -> None:
    """Let each open question for it say that the place is not needed; one that has not gone out yet never goes."""
    for question in await questions.for_wish(work.session, wish.id):
        if question.answer is not None:
            continue
        for row in await outbox.said_about(work.session, question.reference, key_begins=codes.key(question.id)):
            if not await recall.cancel(work.session, row.id):
                await work.edit(row.id, await over(work, question))


async def over(work: Work, question: ReversedQuestion) -> Message:
    """Just that place is not needed any more; an offer is welcome all the same."""
    offer = (Label("reversed.offer"), data(ANOTHER, list(SlotKind).index(question.kind)))
    return Message(PlaceOver(await place_facts(work, question.place)), numbered([offer]))
