"""/bidra: the ways to contribute, one of them in more words, and who the programmes are for."""

from domain.access import may
from domain.action import Action
from domain.slot import SlotKind
from handlers.contributing import examples
from handlers.contributing.codes import ALL, ONE, PROGRAMMES
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.slots.report import reporting
from messages.button import data
from messages.contributing.way import ProgrammesShown, WayShown, WaysShown
from messages.label import Label
from messages.message import Message
from storage.people.person import Person

TO_ALL: Choice = (Label("way.to_all"), data(ALL))
TO_PROGRAMMES: Choice = (Label("way.programmes"), data(PROGRAMMES))


async def show(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/bidra."""
    return await _all(work, actor)


async def show_below(work: Work, actor: Person, _press: Press) -> Answer:
    """*Sätt att bidra* was pressed in another house: what it stood under stays."""
    return Below(await _all(work, actor))


async def show_all(work: Work, actor: Person, _press: Press) -> Answer:
    """*Alla sätt* was pressed."""
    return await _all(work, actor)


async def _all(work: Work, actor: Person) -> Message:
    _let_in(actor)
    shown = WaysShown(await examples.ways(work, tuple(SlotKind)), may(actor.actor, Action.REPORT_SLOT))
    opens: list[Choice] = [(Label(f"kind.{kind}"), data(ONE, place)) for place, kind in enumerate(SlotKind)]
    ways = (*numbered(opens, in_a_row=2), *numbered([TO_PROGRAMMES], first=len(opens) + 1))
    return Message(shown, ways)


async def show_one(work: Work, actor: Person, press: Press) -> Answer:
    """One of them was pressed: a supplier can offer it at once."""
    _let_in(actor)
    kind = dict(enumerate(SlotKind)).get(press.number(0))
    if kind is None:
        raise NotTheirsError
    (way,) = await examples.ways(work, (kind,))
    offer = [reporting.beginning_with(kind)] if may(actor.actor, Action.REPORT_SLOT) else []
    return Message(WayShown(way), numbered([*offer, TO_PROGRAMMES, TO_ALL]))


async def show_programmes(_work: Work, actor: Person, _press: Press) -> Answer:
    """*Vilka är programmen till för?* was pressed."""
    _let_in(actor)
    return Message(ProgrammesShown(), numbered([TO_ALL]))


def _let_in(actor: Person) -> None:
    if not may(actor.actor, Action.SEE_WAYS):
        raise NotTheirsError
