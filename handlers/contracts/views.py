"""The buttons under contracts and obligations, and what they carry."""

from collections.abc import Sequence

from handlers.press import Press
from handlers.work import Work
from messages.button import Button, data
from messages.label import Label
from messages.message import Message, Rows
from storage import outbox
from storage.person import Person

LIST, ALL, QUEUE, SEARCH = "al", "ax", "aq", "ak"
"""A page of the list or the queue, from 0; the list without one is shown as it was. The others carry nothing."""

CARD, HISTORY, ADD, OFFER = "as", "ah", "aa", "ar"
"""These carry a contract's id; the first two a page behind it."""

OBLIGATION, MOVE, WAIVE, FORMAL, DONE, NOTHING, UNDO = "ao", "am", "aw", "af", "ag", "an", "au"
"""These carry an obligation's id."""

CARDS = (
    "coordinator_obligation_card",
    "supplier_obligation_card",
    "coordinator_contract_card",
    "supplier_contract_card",
)
"""Messages that show how something stood; once it has changed, there is nothing to press under the old ones."""

Choice = tuple[Label, str]


def numbered(choices: Sequence[Choice], *, first: int = 1, in_a_row: int = 1) -> Rows:
    """The choices as buttons with their numbers, so many beside one another."""
    buttons = [Button(label, carried, number=first + place) for place, (label, carried) in enumerate(choices)]
    return tuple(tuple(buttons[place : place + in_a_row]) for place in range(0, len(buttons), in_a_row))


def beside(code: str, *numbers: int, page: int, pages: int) -> list[Choice]:
    """The ways to the pages before and after this one."""
    ways = [("list.previous", page - 1), ("list.next", page + 1)]
    return [(Label(label), data(code, *numbers, there)) for label, there in ways if 0 <= there < pages]


async def show(work: Work, actor: Person, press: Press, message: Message) -> None:
    """Show it where the button was pressed."""
    if press.shown is None:
        await work.tell(actor, message)
    else:
        await work.edit(press.shown.id, message)


async def card_shown(work: Work, press: Press) -> int:
    """The card that a button was pressed under, to be tidied once something has changed; 0 for anything else."""
    if press.shown is None:
        return 0
    now = await outbox.latest_edit_of(work.session, press.shown.id) or press.shown
    return press.shown.id if now.content.get("template") in CARDS else 0
