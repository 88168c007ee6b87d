"""A question that waits: whoever was asked is reminded after a working day, and after two more all who lead are asked.

Where whoever was asked can't answer any more, somebody else is asked at once; where nobody is in, the first who comes.
"""

from collections.abc import Sequence

from domain.ledger_event import LedgerEvent
from domain.role import Role
from domain.turn.city_question import Step, next_step
from handlers.faq.putting import put_to, whom_to_ask
from handlers.faq.standing import standing_of
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
        await _go_on(work, asked)
    return len(due) == AT_ONCE


async def _go_on(work: Work, asked: CityQuestion) -> None:
    standing = await standing_of(work, asked)
    match next_step(standing.facts), standing.addressee:
        case Step.ASK_ANOTHER, _:
            await ask_another(work, asked, standing.acting)
        case Step.REMIND, Person() as addressee:
            await _remind(work, asked, addressee)
        case Step.SHARE, Person() as addressee:
            await _share(work, asked, addressee)


async def ask_another(work: Work, asked: CityQuestion, deputy: Recipient | None) -> None:
    """Whoever was asked can't answer: their deputy is asked, or who is here; where nobody is, it waits a day."""
    first = None if deputy is not None else await whom_to_ask(work)
    to = Recipient(first) if first is not None else deputy
    if to is None:
        asked.next_at = work.city.hours.next_opening(work.now)
    else:
        await put_to(work, asked, to)


async def _remind(work: Work, asked: CityQuestion, addressee: Person) -> None:
    asked.reminded_at = work.now
    asked.next_at = work.city.hours.working_days_later(work.now, SHARED_AFTER)
    await tell_staff(work, asked, Recipient(addressee), CityQuestionWaiting(await told_of(work, asked)))
    await _note_reminder(work, asked, addressee)


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
    asker = await person.find(work.session, asked.asked_by)
    await work.record(
        LedgerEvent.CITY_QUESTION_REMINDED, recipient=reminded, supplier_id=asker.supplier_id, about=asked.reference
    )
