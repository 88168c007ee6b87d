"""A supplier says whether it may be named, and changes its mind whenever it likes."""

from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.naming import Naming
from domain.subject import NamingSubject
from handlers.council import awaited
from handlers.council.codes import SAY
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.button import data
from messages.council.naming import NamingAnswered, NamingAsked
from messages.label import Label
from messages.message import Message
from storage.council import naming
from storage.people import supplier
from storage.people.person import Person

ANSWERS = tuple(Naming)


def choices(*, but: Naming | None = None) -> Sequence[Choice]:
    """The three answers, or those that would be another than the one that holds."""
    return [(Label(f"naming.{said}"), data(SAY, place)) for place, said in enumerate(ANSWERS) if said is not but]


async def show(work: Work, actor: Person, _press: Press) -> Answer:
    """*Får kommunen nämna oss?* was pressed: what holds, and how to change it."""
    supplier_id = _own(actor)
    holds = (await naming.answers(work.session, [supplier_id])).get(supplier_id)
    asked = NamingAsked(await _named(work, supplier_id), work.city.name, holds)
    return Below(Message(asked, numbered(choices(but=holds))))


async def say(work: Work, actor: Person, press: Press) -> Answer:
    """An answer was pressed. It holds for the company, whoever of it has pressed."""
    supplier_id = _own(actor)
    said = dict(enumerate(ANSWERS)).get(press.number(0))
    if said is None:
        raise NotTheirsError
    if (await naming.answers(work.session, [supplier_id])).get(supplier_id) is not said:
        await _keep(work, actor, supplier_id, said)
    told = NamingAnswered(await _named(work, supplier_id), work.city.name, said)
    return Message(told, numbered(choices(but=said), in_a_row=2))


async def _keep(work: Work, actor: Person, supplier_id: int, said: Naming) -> None:
    await supplier.hold(work.session, [supplier_id])
    kept = await naming.answer(work.session, supplier_id, said, by=actor.id, now=work.now)
    await work.record(
        LedgerEvent.NAMING_ANSWERED,
        actor=actor,
        supplier_id=supplier_id,
        about=kept.reference,
        content=said.value,
    )
    await awaited.tell_of(work, kept)


def _own(actor: Person) -> int:
    """The company that somebody speaks for. Raises NotTheirsError for who speaks for none."""
    if actor.supplier_id is None or not may(actor.actor, Action.ANSWER_NAMING, NamingSubject(actor.supplier_id)):
        raise NotTheirsError
    return actor.supplier_id


async def _named(work: Work, supplier_id: int) -> str:
    return (await supplier.find(work.session, supplier_id)).name
