"""A question that waits: whoever was asked is reminded after a working day, and after two more all who lead are asked.

Where whoever was asked can't answer any more, somebody else is asked at once; where nobody is in, the first who comes.
"""

from collections.abc import Sequence

from domain.ledger_event import LedgerEvent
from domain.role import Role
from domain.turn.city_question import CityQuestionFacts, Step, next_step
from handlers.faq.putting import put_to, record, whom_to_ask
from handlers.faq.telling import tell_asker, tell_staff, told_of
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.people.recipient import Recipient
from messages.faq.city_question import CityQuestionLate, CityQuestionWaiting
from storage.faq import city_question
from storage.faq.city_question import CityQuestion
from storage.people import person
from storage.people.person import Person

AT_ONCE = 20
SHARED_AFTER = 2
"""Working days after the reminder."""


async def remind(work: Work) -> bool:
    """Go on with what has waited long enough; says whether there may be more."""
    due = await city_question.due(work.session, now=work.now, at_most=AT_ONCE)
    for asked in due:
        asked.next_at = None
        await go_on(work, asked)
    return len(due) == AT_ONCE


async def go_on(work: Work, asked: CityQuestion) -> None:
    """Do what is next with a question."""
    addressee = None if asked.asked_of is None else await person.find(work.session, asked.asked_of)
    acting = None if addressee is None else await recipient.acting_for(work, addressee)
    step = next_step(facts_of(asked, addressee, acting))
    if step is Step.ASK_ANOTHER:
        await _ask_another(work, asked)
    elif step is Step.REMIND and acting is not None:
        await _remind(work, asked, acting)
    elif step is Step.SHARE and acting is not None:
        await _share(work, asked, acting.person)


def facts_of(asked: CityQuestion, addressee: Person | None, acting: Recipient | None) -> CityQuestionFacts:
    """How it stands, given whoever was asked and whoever can answer for them."""
    return CityQuestionFacts(
        is_answered=asked.answered_at is not None,
        asked_of=addressee.role if addressee is not None else None,
        can_answer=acting is not None,
        is_reminded=asked.reminded_at is not None,
        is_shared=asked.shared_at is not None,
    )


async def _ask_another(work: Work, asked: CityQuestion) -> None:
    another = await whom_to_ask(work)
    if another is None:
        asked.next_at = work.city.hours.next_opening(work.now)
    else:
        await put_to(work, asked, Recipient(another))


async def _remind(work: Work, asked: CityQuestion, acting: Recipient) -> None:
    if acting.person.id != asked.asked_of:
        # Whoever stands in may answer it only where it is their own.
        await record(work, asked, asked.asked_of, acting.person)
        asked.asked_of = acting.person.id
    asked.reminded_at = work.now
    asked.next_at = work.city.hours.working_days_later(work.now, SHARED_AFTER)
    await tell_staff(work, asked, acting, CityQuestionWaiting(await told_of(work, asked)))
    await _note_reminder(work, asked, acting.person)


async def _share(work: Work, asked: CityQuestion, late: Person) -> None:
    asked.shared_at = work.now
    others = await _others_who_lead(work, late)
    waiting = CityQuestionWaiting(await told_of(work, asked), late.name)
    for each in others:
        await tell_staff(work, asked, Recipient(each), waiting)
        await _note_reminder(work, asked, each)
    names = tuple(each.name for each in others)
    await tell_asker(work, asked, CityQuestionLate(asked.words, late.name, names, work.city.contact))


async def _others_who_lead(work: Work, late: Person) -> Sequence[Person]:
    """The coordinators who are here; where there is no other, the administrators."""
    for role in (Role.COORDINATOR, Role.ADMINISTRATOR):
        here = [each for each in await recipient.present(work, role) if each.id != late.id]
        if here:
            return here
    return ()


async def _note_reminder(work: Work, asked: CityQuestion, reminded: Person) -> None:
    await work.record(LedgerEvent.CITY_QUESTION_REMINDED, recipient=reminded, about=asked.reference)
