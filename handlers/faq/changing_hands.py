"""Somebody leaves, or hands over what is open for them: the questions that they have asked, or were asked, go along."""

from collections.abc import Sequence

from handlers.faq.putting import put_to, record
from handlers.faq.reminding import ask_another
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.people.recipient import Recipient
from storage.faq import city_question
from storage.faq.city_question import CityQuestion
from storage.people.person import Person


async def hand_over(work: Work, actor: Person, leaver: Person, heir: Person) -> Sequence[CityQuestion]:
    """Let the heir have them; what is answered meanwhile stays as it is."""
    theirs = await city_question.open_for(work.session, leaver.id)
    return [asked for asked in theirs if await _handed_over(work, actor, asked, leaver, heir)]


async def _handed_over(work: Work, actor: Person, asked: CityQuestion, leaver: Person, heir: Person) -> bool:
    if asked.asked_of == leaver.id:
        return await put_to(work, asked, Recipient(heir), actor=actor)
    if not await city_question.let_ask(work.session, asked.id, asked_by=heir.id):
        return False
    await record(work, asked, leaver.id, heir, actor=actor)
    return True


async def go_on_without(work: Work, gone: Person) -> None:
    """Let somebody else of the city have what this person was asked and has not answered."""
    for asked in await city_question.open_for(work.session, gone.id):
        if asked.asked_of == gone.id:
            await ask_another(work, asked, await recipient.acting_for(work, gone))
