"""Forms that somebody has begun and not sent: offered again after a day, let go after two weeks."""

from datetime import timedelta

from handlers.form import forms
from handlers.form.asking import KEPT_FOR
from handlers.handling.work import Work
from storage import conversation
from storage.people import person

OFFERED_AFTER = timedelta(days=1)
AT_ONCE = 20


async def offer_again(work: Work) -> bool:
    """Show the open question once more, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    untouched = await conversation.to_be_offered_again(work.session, before=work.now - OFFERED_AFTER, at_most=AT_ONCE)
    for talk in untouched:
        await forms.offer_again(work, await person.find(work.session, talk.person_id))
    return len(untouched) == AT_ONCE


async def let_go(work: Work) -> bool:
    """Forget forms that nobody has come back to; says whether there may be more."""
    forgotten = await conversation.to_be_let_go(work.session, before=work.now - KEPT_FOR, at_most=AT_ONCE)
    for talk in forgotten:
        await forms.let_go(work, talk)
    return len(forgotten) == AT_ONCE
