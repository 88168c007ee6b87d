"""Whom to call about an obligation: always a number, or the way to write down the one that was looked up."""

from collections.abc import Sequence

from handlers.handling.work import Work
from handlers.obligations import contract_facts, facts
from handlers.obligations.ladder.codes import ADD_NUMBER, CALL
from messages.button import Button, data
from messages.label import Label
from messages.message import Message, Rows
from messages.obligations.facts import ContactToCall
from messages.obligations.nudge import Call
from storage.obligations.obligation import Obligation
from storage.people import person as persons
from storage.people import supplier as suppliers


async def whom(work: Work, obligation: Obligation, *, is_called: bool = False) -> Message:
    """Whom to call, with the word that it is done; or once it is, that it is noted."""
    contacts = await contract_facts.contacts_to_call(work, obligation.contract_id)
    named = {each.name for each in contacts}
    people = [each.name for each in await persons.of_supplier(work.session, obligation.supplier_id)]
    told = Call(
        due=await facts.due(work, obligation),
        supplier=(await suppliers.find(work.session, obligation.supplier_id)).name,
        contacts=contacts,
        people=tuple(each for each in people if each not in named),
        is_called=is_called,
    )
    if is_called:
        return Message(told)
    called = (Button(Label("escalation.called"), data(CALL, obligation.id, 1), number=1),)
    return Message(told, (called, *number_missing(obligation, contacts, first=2)))


def number_missing(obligation: Obligation, contacts: Sequence[ContactToCall], *, first: int) -> Rows:
    """The way to write a number down, where none is known."""
    if any(each.phone for each in contacts):
        return ()
    return ((Button(Label("escalation.add_number"), data(ADD_NUMBER, obligation.id), number=first),),)
