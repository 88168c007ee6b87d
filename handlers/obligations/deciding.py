"""What every decision about an obligation shares: it is opened from a button, judged again when sent, and shown."""

from typing import Any

from domain.access import Action
from domain.obligation_life import OBLIGATION_LIFE, ObligationEvent
from handlers.form import actions as forms
from handlers.form import asking
from handlers.form.form import Form
from handlers.form.question import Answers
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import card as obligation_card
from handlers.obligations import telling
from handlers.obligations.card_shown import card_shown
from handlers.obligations.found import again, obligation_for, quietly
from messages import everyone
from messages.contracts.facts import ObligationNews
from messages.message import Message
from storage.contracts.contract import Contract
from storage.obligations.obligation import Obligation
from storage.people.person import Person


async def begin(  # noqa: PLR0913, PLR0917  a form, and what its button was pressed for
    work: Work, actor: Person, press: Press, form: Form[Any], action: Action, event: ObligationEvent
) -> None:
    """Open the form where the event can still happen; else show how it stands now."""
    found = await obligation_for(work, actor, press.number(0), action)
    if found is None:
        await asking.show_again(work, actor)
    elif not OBLIGATION_LIFE.allows(found[0].status, event):
        await show_as_it_is(work, actor, press, *found)
        await asking.show_again(work, actor)
    else:
        shown = await card_shown(work, press)
        await forms.begin(work, actor, form, {"obligation_id": found[0].id, "shown": shown})


async def show_as_it_is(work: Work, actor: Person, press: Press, obligation: Obligation, contract: Contract) -> None:
    """Something else has happened."""
    message = await obligation_card.message(work, actor, obligation, contract, ObligationNews.MOVED_ON)
    await show_card(work, actor, press, message)


async def show_card(work: Work, actor: Person, press: Press, message: Message) -> None:
    """On the card itself where it was pressed; else below, since what was pressed tells of more than this."""
    shown = await card_shown(work, press)
    if shown:
        await work.edit(shown, message)
    else:
        await work.tell(actor, message)


async def asked_about(
    work: Work, actor: Person, answers: Answers, action: Action
) -> tuple[Obligation, Contract] | None:
    """What the form is about, if it is still the actor's to decide."""
    return await quietly(work, actor, answers.get("obligation_id", 0), action)


async def closing(  # noqa: PLR0913  what has happened, or not, to what
    work: Work,
    actor: Person,
    answers: Answers,
    found: tuple[Obligation, Contract] | None,
    news: ObligationNews | None,
    *,
    reason: str = "",
    is_told: bool = True,
) -> Message:
    """The card as it is now, with the word about what happened; the supplier hears it too, where it concerns them."""
    if found is None:
        return Message(everyone.NotFound())
    obligation, contract = await again(work, found[0]), found[1]
    if answers.get("shown"):
        await work.take_buttons_away(answers["shown"])
    if news is None:
        return await obligation_card.message(work, actor, obligation, contract, ObligationNews.MOVED_ON)
    if is_told:
        await telling.tell_supplier(work, actor, obligation, contract, news, reason)
    return await obligation_card.message(work, actor, obligation, contract, news)
