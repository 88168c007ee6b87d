"""One tryout: what was tried, and what came of it beside the rest."""

from domain.access import may
from domain.action import Action
from handlers.handling.answer import Answer
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.tryouts import facts
from handlers.tryouts.codes import CHANGE, LIST, PUT_BACK, REMOVE, SUPPLIERS
from handlers.tryouts.finding import theirs
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.tryouts.tryout import TryoutNews, TryoutRemoved, TryoutShown
from storage.people import person
from storage.people.person import Person
from storage.tryouts.tryout import Tryout


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """One of them was pressed."""
    found = await theirs(work, actor, press.number(0))
    return await message(work, actor, found, behind=max(press.number(1), 0))


async def message(
    work: Work, actor: Person, found: Tryout, *, behind: int = 0, news: TryoutNews | None = None
) -> Message:
    """The card, and the way back to the page of the list that it came from; one that is removed says so."""
    told, counted = await facts.of_tryout(work, found)
    if found.removed_at is not None:
        return Message(TryoutRemoved(told, news or TryoutNews.MEANWHILE), _under_removed(actor, found))
    noter = await person.with_id(work.session, found.noted_by)
    shown = TryoutShown(
        tried=told,
        counted=counted,
        noted_by=noter.name if noter is not None else "",
        noted_on=work.city.today(found.noted_at),
        news=news,
    )
    ways = [way_to_suppliers(found), *_to_lead(actor, found), (Label("tryout.to_list"), data(LIST, behind))]
    return Message(shown, numbered(ways, in_a_row=2))


def way_to_suppliers(found: Tryout) -> Choice:
    """The button that shows with whom it was tried."""
    return Label("tryout.suppliers"), data(SUPPLIERS, found.id)


def _to_lead(actor: Person, found: Tryout) -> list[Choice]:
    if not may(actor.actor, Action.TRY_OUT):
        return []
    return [(Label("tryout.change"), data(CHANGE, found.id)), (Label("tryout.remove"), data(REMOVE, found.id))]


def _under_removed(actor: Person, found: Tryout) -> Rows:
    undo = [(Label("tryout.put_back"), data(PUT_BACK, found.id))] if may(actor.actor, Action.TRY_OUT) else []
    return numbered([*undo, (Label("tryout.to_list"), data(LIST, 0))], in_a_row=2)
