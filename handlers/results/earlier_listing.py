"""Earlier results, one by one: a list, and a card each with where it is known from and who has entered it."""

from domain.access import may
from domain.action import Action
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.results.codes import CARD, CORRECT, LIST, RESULTS
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.results.earlier import EarlierLine, EarlierResultShown, EarlierResultsListed
from storage.people import person, supplier
from storage.people.person import Person
from storage.results import earlier_result

ON_A_PAGE = 8


async def turn_page(work: Work, actor: Person, press: Press) -> Answer:
    """*Tidigare resultat*, or a page of them, was pressed."""
    if not may(actor.actor, Action.SEE_RESULTS):
        raise NotTheirsError
    here = page_of(press.number(0), await earlier_result.count(work.session), size=ON_A_PAGE)
    found = await earlier_result.part(work.session, skip=here.skipped, at_most=here.size)
    lines = tuple(EarlierLine(giver.name, each.kind, each.number, each.year) for each, giver in found)
    cards = [(Label(joined=(Label(text=str(each.year)), Label(text=giver.name))), each.id) for each, giver in found]
    others = [*beside(here, LIST), (Label("result.to_results"), data(RESULTS, 0))]
    buttons = (
        *numbered([(label, data(CARD, earlier_id, here.place)) for label, earlier_id in cards]),
        *numbered(others, first=len(found) + 1, in_a_row=2),
    )
    return Message(EarlierResultsListed(lines, here.number, here.pages), buttons)


async def show_card(work: Work, actor: Person, press: Press) -> Answer:
    """One of them was pressed."""
    found = await earlier_result.find(work.session, press.number(0))
    if found is None or not may(actor.actor, Action.SEE_RESULTS):
        raise NotTheirsError
    giver = await supplier.find(work.session, found.supplier_id)
    writer = await person.with_id(work.session, found.entered_by) if found.entered_by is not None else None
    shown = EarlierResultShown(
        line=EarlierLine(giver.name, found.kind, found.number, found.year),
        source=found.source,
        entered_by=writer.name if writer is not None else "",
        entered_on=work.city.today(found.entered_at),
        is_corrected=found.corrected_by is not None,
    )
    may_correct = may(actor.actor, Action.ENTER_RESULT) and found.corrected_by is None
    correct = [(Label("result.correct"), data(CORRECT, found.id))] if may_correct else []
    return Message(
        shown, numbered([*correct, (Label("slot.to_list"), data(LIST, max(press.number(1), 0)))], in_a_row=2)
    )
