"""/upphandlingar: where asking gives most, page by page; and apart from those, what is decided already."""

from collections.abc import Mapping

from domain.list_place import ListPlace
from domain.worth_asking import Advice, ranked
from handlers.doorways import PROCUREMENT
from handlers.handling.answer import Answer
from handlers.handling.choices import Choice, beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.procurements import advising
from handlers.procurements.codes import ADD, DECIDED, LIST, SEND_FILE
from handlers.procurements.finding import only_planners
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.procurements.procurement import ProcurementLine, ProcurementsListed
from storage import list_place
from storage.people.person import Person
from storage.procurements import decision as decisions
from storage.procurements import plan
from storage.procurements.decision import ProcurementDecision
from storage.procurements.procurement import Procurement

ON_A_PAGE = 10


async def show(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/upphandlingar."""
    return await page(work, actor, 0)


async def turn_page(work: Work, actor: Person, press: Press) -> Answer:
    """A page was pressed, or the way back to the list as it was shown here last."""
    return await page(work, actor, await _wanted(work, press))


async def turn_decided(work: Work, actor: Person, press: Press) -> Answer:
    """*Beslutade* was pressed, a page of those, or the way back to them."""
    return await page(work, actor, await _wanted(work, press), are_decided=True)


async def _wanted(work: Work, press: Press) -> int:
    if press.numbers or press.shown is None:
        return press.number(0)
    return (await list_place.of_message(work.session, press.shown.id)).page


async def page(work: Work, actor: Person, wanted: int, *, are_decided: bool = False) -> Message:
    """A page of the list; the last page where there are fewer than were wanted."""
    only_planners(actor)
    found = await plan.planned(work.session, is_decided=are_decided)
    others = await plan.count(work.session, is_decided=not are_decided)
    own = await advising.record(work, found)
    advised = [(each, advising.advice(each, own)) for each in found]
    # What is decided waits for nothing: it stands in the order in which it begins.
    listed = advised if are_decided else ranked(advised)
    here = page_of(wanted, len(listed), size=ON_A_PAGE)
    part = listed[here.skipped : here.skipped + here.size]
    # Of the others nothing is decided.
    holding = await decisions.all_in_force(work.session, [each.id for each, _ in part]) if are_decided else {}
    shown = ProcurementsListed(
        lines=_lines(part, own, holding),
        are_decided=are_decided,
        total=len(listed),
        other=others,
        number=here.number,
        pages=here.pages,
    )
    opens: list[Choice] = [(Label(text=each.title), data(PROCUREMENT, each.id)) for each, _ in part]
    ways = [*beside(here, DECIDED if are_decided else LIST), *_to_other(others, are_decided=are_decided)]
    ways += [(Label("procurement.add"), data(ADD)), (Label("procurement.from_file"), data(SEND_FILE))]
    rows = (*numbered(opens), *numbered(ways, first=len(opens) + 1, in_a_row=2))
    return Message(shown, rows, list_place=ListPlace(page=here.place))


def _to_other(number: int, *, are_decided: bool) -> list[Choice]:
    if are_decided:
        return [(Label("procurement.planned", text=str(number)), data(LIST, 0))]
    return [(Label("procurement.decided", text=str(number)), data(DECIDED, 0))] if number else []


def _lines(
    part: list[tuple[Procurement, Advice]], own: advising.Record, holding: Mapping[int, ProcurementDecision]
) -> tuple[ProcurementLine, ...]:
    return tuple(
        ProcurementLine(each.facts, advising.told(how, own), holding[each.id].level if each.id in holding else None)
        for each, how in part
    )
