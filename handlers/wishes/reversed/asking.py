"""Ask the suppliers that a matcher has chosen: each once in four weeks at most, whoever else asks at that moment."""

from domain.ledger_event import LedgerEvent
from domain.reversed_question import MOST_ASKED, Likely
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people.company import acting_for
from handlers.people.spokesperson import spokesperson
from handlers.wishes.reversed import candidates, codes
from handlers.wishes.reversed.answering import choices
from handlers.wishes.reversed.choosing import nobody
from handlers.wishes.reversed.finding import place_facts, sought
from messages.message import Message
from messages.wishes.reversed import PlaceAsked
from messages.wishes.reversed_preview import SuppliersAsked
from storage.outbox import Lane, Ring
from storage.people import supplier as suppliers
from storage.people.person import Person
from storage.wishes import reversed_question as questions
from storage.wishes import wish as wishes
from storage.wishes.reversed_question import ReversedQuestion
from storage.wishes.wish import Wish


async def send(work: Work, actor: Person, press: Press) -> Answer:
    """*Skicka frågan* was pressed. Whoever can't be asked any more is told of, and not asked."""
    wish = await sought(work, actor, press.number(0))
    chosen = press.numbers[1 : 1 + MOST_ASKED]
    await suppliers.hold(work.session, chosen)
    found = await candidates.likely_for(work, wish, only=chosen)
    asked = {each.name: question for each in found if (question := await _ask(work, actor, wish, each)) is not None}
    if not asked:
        return nobody(wish)
    wishes.touch(wish, now=work.now)
    named = await suppliers.names(work.session, chosen)
    not_asked = tuple(name for name in named.values() if name not in asked)
    told = SuppliersAsked(tuple(asked), not_asked, is_now=work.city.hours.is_open(work.now))
    return Message(told, numbered([codes.way("fitting.wish", codes.WISH, next(iter(asked.values())))]))


async def _ask(work: Work, actor: Person, wish: Wish, supplier: Likely) -> ReversedQuestion | None:
    """Ask whoever speaks for the supplier, or stands in; None where nobody does."""
    place = candidates.place_of(work, wish)
    speaker = await spokesperson(work, supplier.supplier_id, contract_id=supplier.contract_id)
    hears = await acting_for(work, speaker) if speaker is not None else None
    if hears is None:
        return None
    question = await questions.ask(
        work.session, place, supplier_id=supplier.supplier_id, matcher_id=actor.id, wish_id=wish.id, now=work.now
    )
    asked = PlaceAsked(await place_facts(work, place), supplier.reason, work.city.name)
    await work.tell(
        hears.person,
        hears.gets(Message(asked, numbered(choices(question)))),
        lane=Lane.DUTY,
        ring=Ring.IN_WORKING_HOURS,
        key=codes.key(question.id),
        about=question.reference,
        due_at=work.city.hours.open_from(work.now),
    )
    await work.record(
        LedgerEvent.REVERSED_QUESTION_ASKED,
        actor=actor,
        recipient=hears.person,
        supplier_id=supplier.supplier_id,
        about=question.reference,
    )
    return question
