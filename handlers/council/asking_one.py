"""Ask one supplier whether it may be named, from what would name it; the same rule holds as for asking many."""

from domain.access import may
from domain.action import Action
from handlers.council import asking_names
from handlers.council.asking_names import ToAsk
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.council.naming import Asking, NamingAskedOne
from messages.message import Message
from storage.council import naming
from storage.people import supplier as suppliers
from storage.people.person import Person
from storage.people.supplier import Supplier


async def ask(work: Work, actor: Person, press: Press) -> Answer:
    """*Fråga Exempelmåleriet AB* was pressed."""
    asked = await suppliers.with_id(work.session, press.number(0))
    if asked is None or not may(actor.actor, Action.MAKE_COUNCIL_PAGE):
        raise NotTheirsError
    await suppliers.hold(work.session, [asked.id])
    asking = await _asking(work, actor, asked, await asking_names.to_ask(work, [asked.id]))
    answer = (await naming.answers(work.session, [asked.id])).get(asked.id)
    return Below(Message(NamingAskedOne(asked.name, asking, answer)))


async def _asking(work: Work, actor: Person, asked: Supplier, sorted_out: ToAsk) -> Asking:
    """Ask it, where it is to be asked; what became of that."""
    if asked.id in sorted_out.answered:
        return Asking.ANSWERED
    if asked.id in sorted_out.asked_lately:
        return Asking.LATELY
    if asked.id in sorted_out.out_of_reach:
        return Asking.OUT_OF_REACH
    await asking_names.ask(work, actor, asked.id, asked.name, sorted_out.hear[asked.id])
    return Asking.SENT if work.city.hours.is_open(work.now) else Asking.WAITS
