"""Nobody of a company is in reach: the coordinators hear it, with the ways to reach somebody."""

from collections.abc import Sequence

from domain.ledger_event import LedgerEvent
from domain.obligation import Rung
from handlers.doorways import HEAR_OBLIGATION
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.obligations import facts
from handlers.obligations.ladder.telling import tell as tell_once
from handlers.people import recipient
from handlers.people.inviting import awaited
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.obligations.nudge import NobodyToRemind, Unheard
from messages.obligations.words import label
from storage import ledger
from storage.ledger import Entry
from storage.obligations import reminder
from storage.obligations.obligation import Obligation

NOT_REMINDED = LedgerEvent.OBLIGATION_NOT_REMINDED
MOST_SHOWN = 10


async def tell(work: Work, obligations: Sequence[Obligation]) -> None:
    """Tell of all of them in one message, once for each rung, and note that the supplier has not been reminded."""
    abouts = [each.reference for each in obligations]
    noted = await reminder.noted(work.session, NOT_REMINDED, abouts) if abouts else set()
    news = [each for each in obligations if (str(each.reference), _named(each)) not in noted]
    if not news:
        return
    await ledger.record_all(work.session, [_entry(each) for each in news], at=work.now)
    shown = await facts.unheard(work, news[:MOST_SHOWN])
    ways = (*_ways(news[:MOST_SHOWN]), *_invitations(shown, first=min(len(news), MOST_SHOWN) + 1))
    message = Message(NobodyToRemind(shown, more=len(news) - len(shown)), ways)
    first = news[0]
    for coordinator in await recipient.coordinators(work):
        key = f"nobody:{first.id}:{_named(first)}:{coordinator.id}"
        await tell_once(work, coordinator, message, key=key, about=first.reference)


def _ways(obligations: Sequence[Obligation]) -> Rows:
    """What a supplier answers when somebody calls is written down, of each by a button with its name."""
    if len(obligations) == 1:
        return numbered([(Label("hearsay.enter"), data(HEAR_OBLIGATION, obligations[0].id))])
    enter = Label("hearsay.enter_about")
    named = [(Label(joined=(enter, label(facts.named(each)))), each.id) for each in obligations]
    return numbered([(name, data(HEAR_OBLIGATION, number)) for name, number in named])


def _invitations(shown: Sequence[Unheard], *, first: int) -> Rows:
    """A press for each contact who is not in yet."""
    outside = {each.contact_id: each for line in shown for each in line.contacts if not each.is_in}
    return tuple((awaited.invite_button(each, number),) for number, each in enumerate(outside.values(), start=first))


def _named(obligation: Obligation) -> str:
    """Names the step of the ladder: the rung, and the day from which it is counted, since a new day begins it anew."""
    return f"{Rung(obligation.rung).name.lower()}:{obligation.due_on}"


def _entry(obligation: Obligation) -> Entry:
    return Entry(
        event=NOT_REMINDED,
        supplier_id=obligation.supplier_id,
        contract_id=obligation.contract_id,
        about=obligation.reference,
        content=_named(obligation),
    )
