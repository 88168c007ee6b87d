"""Who of the city has a question: whoever is asked first, a deputy, or somebody to whom it goes on."""

import json

from domain.ledger_event import LedgerEvent
from domain.turn.city_question import ASKED_IN_TURN, Candidate, asked_first
from handlers.faq.telling import tell_asker, tell_staff, told_of
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.people.recipient import Recipient
from messages.faq.city_question import CityQuestionAsked, CityQuestionMoved
from storage.faq import city_question
from storage.faq.city_question import CityQuestion
from storage.people import person
from storage.people.person import Person


async def whom_to_ask(work: Work, *, answered_before: int | None = None) -> Person | None:
    """Who of the city is asked now; None where nobody is here."""
    waiting = await city_question.count_by_asked(work.session)
    here = [each for role in ASKED_IN_TURN for each in await recipient.present(work, role)]
    candidates = [Candidate(each.id, each.role, waiting.get(each.id, 0)) for each in here]
    chosen = asked_first(candidates, answered_before=answered_before)
    return None if chosen is None else await person.find(work.session, chosen)


async def put_to(
    work: Work, asked: CityQuestion, to: Recipient, *, actor: Person | None = None, is_passed_on: bool = False
) -> bool:
    """Let somebody have it from now on, and tell them and whoever has asked; False where it is answered by now."""
    before = asked.asked_of
    next_at = work.city.hours.one_working_day_later(work.now)
    if not await city_question.put_to(work.session, asked.id, asked_of=to.person.id, next_at=next_at):
        return False
    await record(work, asked, before, to.person, actor=actor)
    passed_on_by = actor.name if actor is not None and is_passed_on else ""
    await tell_staff(work, asked, to, CityQuestionAsked(await told_of(work, asked), passed_on_by))
    await tell_asker(work, asked, CityQuestionMoved(asked.words, to.person.name))
    return True


async def record(
    work: Work, asked: CityQuestion, before: int | None, after: Person, *, actor: Person | None = None
) -> None:
    """Note in the ledger whose turn it was, and whose it is now."""
    asker = await person.find(work.session, asked.asked_by)
    await work.record(
        LedgerEvent.CITY_QUESTION_HANDED_OVER,
        actor=actor,
        recipient=after,
        supplier_id=asker.supplier_id,
        about=asked.reference,
        content=json.dumps({"from": before, "to": after.id}),
    )
