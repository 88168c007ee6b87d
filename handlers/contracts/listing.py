"""/avtal: suppliers see their own contracts; staff all of them, page by page, coordinators first what is past due."""

from domain.access import may
from domain.action import Action
from domain.list_place import ListPlace
from domain.role import Role
from handlers.contracts import card
from handlers.contracts.codes import ALL, LIST, QUEUE, SEARCH
from handlers.doorways import CONTRACT
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, Page, beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import contract_facts, facts
from handlers.obligations.codes import OBLIGATION
from handlers.outlook.codes import SHOW as OUTLOOK
from messages.button import data
from messages.contracts import contract as said
from messages.contracts.facts import PastDue
from messages.label import Label
from messages.message import Message, Rows
from messages.obligations.facts import ContractFacts
from messages.obligations.words import label
from storage import list_place
from storage.contracts import contract as contracts
from storage.contracts import contract_list
from storage.contracts.contract import Contract
from storage.obligations import past_due
from storage.obligations.obligation import Obligation
from storage.people.person import Person

ON_A_PAGE = 6
QUEUE_SHOWN = 5

Waiting = list[tuple[Obligation, str]]
Found = list[tuple[Contract, str]]


async def show(work: Work, actor: Person) -> Message:
    """/avtal alone. A supplier with one contract sees it at once."""
    found = await _part(work, actor, "", 0)
    if actor.role is Role.SUPPLIER and len(found) == 1:
        return await card.message(work, actor, found[0][0])
    return await page(work, actor, 0)


async def turn_page(work: Work, actor: Person, press: Press) -> Answer:
    """A page was pressed, or the way back to the list as it was last shown here."""
    was = await list_place.of_message(work.session, press.shown.id) if press.shown is not None else ListPlace()
    return await page(work, actor, press.number(0) if press.numbers else was.page, was.search)


async def show_all(work: Work, actor: Person, _press: Press) -> Answer:
    """*Visa alla avtal* was pressed under what a search has found."""
    return await page(work, actor, 0)


async def show_queue(work: Work, actor: Person, press: Press) -> Answer:
    """A page of the past-due queue was pressed."""
    if not may(actor.actor, Action.LEAD_CONTRACT):
        raise NotTheirsError
    today = work.city.today(work.now)
    total = await past_due.count(work.session, actor.actor, today=today)
    here = page_of(press.number(0), total, size=ON_A_PAGE)
    queue = await _waiting(work, actor, here.skipped, here.size)
    shown = said.PastDueListed(await _queue(work, queue), total, here.number, here.pages)
    others = [*beside(here, QUEUE), (Label("contract.to_list"), data(LIST))]
    rows = (*_queue_buttons(queue), *numbered(others, first=len(queue) + 1, in_a_row=2))
    return Message(shown, rows)


async def page(work: Work, actor: Person, wanted: int, search: str = "") -> Message:
    """A page of the list; the last page where there are fewer than were wanted."""
    today = work.city.today(work.now)
    total = await contract_list.count(work.session, actor.actor, search, today=today)
    here = page_of(wanted, total, size=ON_A_PAGE)
    found = await _part(work, actor, search, here.skipped)
    if actor.role is Role.SUPPLIER:
        return _own(work, found, here)
    is_first, leads = here.place == 0 and not search, may(actor.actor, Action.LEAD_CONTRACT)
    queue = await _waiting(work, actor, 0, QUEUE_SHOWN) if is_first else []
    waiting = await past_due.count(work.session, actor.actor, today=today) if is_first else 0
    shown = said.ContractsListed(
        queue=await _queue(work, queue),
        waiting=waiting,
        contracts=_facts(found),
        total=total,
        number=here.number,
        pages=here.pages,
        search=search,
        held=await contract_facts.of_hold(work, None) if is_first else None,
        may_import=may(actor.actor, Action.IMPORT),
    )
    buttons = _buttons(queue, waiting, found, here, search, leads=_leads(shown) if is_first and leads else [])
    return Message(shown, buttons, list_place=ListPlace(search, here.place))


def _own(work: Work, found: Found, here: Page) -> Message:
    others = numbered(beside(here, LIST), first=len(found) + 1, in_a_row=2)
    shown = said.OwnContractsListed(_facts(found), here.number, here.pages, work.city.contact)
    return Message(shown, (*_contract_buttons(found, first=1), *others))


def _leads(shown: said.ContractsListed) -> list[Choice]:
    """What those who lead can do about all contracts, on the first page."""
    if not shown.contracts:
        return []
    return [(Label("contract.outlook"), data(OUTLOOK, 0)), card.hold_choice(0, is_held=shown.held is not None)]


def _buttons(  # noqa: PLR0913  what is on the page, and the ways on
    queue: Waiting, waiting: int, found: Found, here: Page, search: str, *, leads: list[Choice]
) -> Rows:
    others = [*beside(here, LIST), (Label("contract.search"), data(SEARCH))]
    if waiting > len(queue):
        others.append((Label("contract.queue", text=str(waiting)), data(QUEUE, 0)))
    if search:
        others.append((Label("contract.all"), data(ALL)))
    others += leads
    contracts = _contract_buttons(found, first=len(queue) + 1)
    return (
        *_queue_buttons(queue),
        *contracts,
        *numbered(others, first=len(queue) + len(found) + 1, in_a_row=2),
    )


def _queue_buttons(queue: Waiting) -> Rows:
    choices = [
        (Label(joined=(Label(text=supplier), label(facts.named(each)))), data(OBLIGATION, each.id))
        for each, supplier in queue
    ]
    return numbered(choices)


def _contract_buttons(found: Found, *, first: int) -> Rows:
    choices = [
        (Label(joined=(Label(text=each.registry_number), Label(text=supplier))), data(CONTRACT, each.id))
        for each, supplier in found
    ]
    return numbered(choices, first=first)


async def _queue(work: Work, queue: Waiting) -> tuple[PastDue, ...]:
    under = await contracts.with_ids(work.session, {each.contract_id for each, _ in queue})
    shown = await facts.of_obligations(work, [each for each, _ in queue])
    return tuple(
        PastDue(supplier, under[each.contract_id].registry_number, fact)
        for (each, supplier), fact in zip(queue, shown, strict=True)
    )


def _facts(found: Found) -> tuple[ContractFacts, ...]:
    return tuple(contract_facts.with_supplier(each, supplier) for each, supplier in found)


async def _part(work: Work, actor: Person, search: str, skip: int) -> Found:
    today = work.city.today(work.now)
    return list(await contract_list.part(work.session, actor.actor, search, today=today, skip=skip, at_most=ON_A_PAGE))


async def _waiting(work: Work, actor: Person, skip: int, at_most: int) -> Waiting:
    today = work.city.today(work.now)
    return list(await past_due.part(work.session, actor.actor, today=today, skip=skip, at_most=at_most))
