"""What every decision about an obligation shares: a button opens a form, and what comes of it is shown on the card."""

from typing import Any

from domain.action import Action
from domain.frozen import frozen
from domain.obligation_life import OBLIGATION_LIFE, ObligationEvent
from handlers.form import forms
from handlers.form.form import FormAbout
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import card, telling
from handlers.obligations.contracted import Contracted
from handlers.obligations.finding import obligation_for, refreshed
from handlers.obligations.pressed_card import card_id, is_card
from messages.message import Message
from messages.obligations.facts import ObligationNews
from storage.contracts.contract import Contract
from storage.obligations.obligation import Obligation
from storage.people.person import Person


@frozen
class ObligationToDecide:
    """What the form is about.

    Attributes:
        obligation_id: The obligation.
        shown: The card that the button stood under, by its number in the outbox; 0 for anything else.
    """

    obligation_id: int
    shown: int = 0


@frozen
class Reason:
    """What is answered where something has to be explained: a usual reason by its code, or one in words."""

    reason: str


@frozen(kw_only=True)
class Deciding(Contracted):
    """What is known before a decision.

    Attributes:
        about: What is decided about.
    """

    about: ObligationToDecide


async def of_obligation(work: Work, actor: Person, about: ObligationToDecide) -> Deciding:
    """What is known of the contract that the obligation follows from; nothing where it isn't theirs any more."""
    today, hours = work.city.today(work.now), work.city.hours
    actions = (Action.LEAD_CONTRACT, Action.ANSWER_OBLIGATION)
    try:
        _, contract = await obligation_for(work, actor, about.obligation_id, *actions)
    except NotTheirsError:
        return Deciding(today, hours, about=about)
    return Deciding(today, hours, name=contract.named, ends_on=contract.ends_on, about=about)


async def begin(  # noqa: PLR0913, PLR0917  a form, and what its button was pressed for
    work: Work,
    actor: Person,
    press: Press,
    form: FormAbout[Any, ObligationToDecide],
    action: Action,
    event: ObligationEvent,
) -> Answer:
    """Open the form where the event can still happen; else show how it stands now."""
    obligation, contract = await obligation_for(work, actor, press.number(0), action)
    if not OBLIGATION_LIFE.allows(obligation.status, event):
        return await as_it_is(work, actor, press, obligation, contract)
    return await forms.begin_about(work, actor, form, ObligationToDecide(obligation.id, card_id(press)))


async def as_it_is(work: Work, actor: Person, press: Press, obligation: Obligation, contract: Contract) -> Answer:
    """The card where something else has happened in the meantime."""
    message = await card.message(work, actor, obligation, contract, ObligationNews.MEANWHILE)
    return on_card(press, message)


def on_card(press: Press, message: Message) -> Answer:
    """Where a card was pressed, it changes; a reminder or an escalation stays, and the card comes below."""
    return message if is_card(press) else Below(message)


async def asked_about(work: Work, actor: Person, known: Deciding, action: Action) -> tuple[Obligation, Contract]:
    """What the form is about, where it is still the actor's to decide; else raises NotTheirsError."""
    return await obligation_for(work, actor, known.about.obligation_id, action)


async def take_buttons_away(work: Work, known: Deciding) -> None:
    """Take the buttons off the card that was pressed: how the obligation stands now is told below it."""
    if known.about.shown:
        await work.take_buttons_away(known.about.shown)


async def closing(  # noqa: PLR0913  what has happened, or not, to what
    work: Work,
    actor: Person,
    known: Deciding,
    found: tuple[Obligation, Contract],
    news: ObligationNews | None,
    *,
    reason: str = "",
    is_told: bool = True,
) -> Message:
    """The card as it is now, with the word about what happened; the supplier hears it too, where it concerns them."""
    obligation, contract = await refreshed(work, found[0]), found[1]
    await take_buttons_away(work, known)
    if news is None:
        return await card.message(work, actor, obligation, contract, ObligationNews.MEANWHILE)
    told = await telling.tell_supplier(work, actor, obligation, contract, news, reason) if is_told else None
    return await card.message(work, actor, obligation, contract, news, told)
