"""One contract on a card: as its supplier sees it, as matchers and readers do, and as those do who lead it."""

from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.obligation import MEETINGS, TO_BE_DONE, ObligationStatus
from domain.role import Role
from handlers.contracts import matcher_card, reader_card
from handlers.contracts.codes import ADD, HISTORY, HOLD, LIST, RESUME
from handlers.doorways import BOOK_MEETING, CONTRACT, DOCUMENTS, HEAR_CONTRACT, SUPPLIER
from handlers.handling.answer import Answer
from handlers.handling.choices import Choice, Page, beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import codes as meeting_codes
from handlers.obligations import contract_facts, facts, procurement_decision
from handlers.obligations.codes import OBLIGATION
from handlers.obligations.finding import contract_for
from handlers.obligations.ways import ways
from messages.button import data
from messages.contracts import contract as said
from messages.label import Label
from messages.message import Message
from messages.obligations.facts import ObligationNews
from messages.obligations.words import label
from storage.contracts import hold as holds
from storage.contracts.contract import Contract
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.person import Person

ON_A_PAGE = 8
AHEAD_SHOWN = 3
DONE_SHOWN = 5


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """A contract was chosen, or a page of what follows from it."""
    action = Action.READ_CONTRACT if actor.role is Role.READER else Action.SEE_CONTRACT
    contract = await contract_for(work, actor, action, press.number(0))
    return await message(work, actor, contract, press.number(1))


async def message(  # noqa: PLR0913, PLR0917  the card, its page, what has just happened, and who hears it
    work: Work,
    actor: Person,
    contract: Contract,
    page: int = 0,
    news: ObligationNews | None = None,
    told: str | None = None,
) -> Message:
    """The card, as the actor may see it."""
    if may(actor.actor, Action.LEAD_CONTRACT):
        return await _of_leader(work, contract, page, news, told)
    if actor.role is Role.MATCHER:
        return await matcher_card.message(work, actor, contract, *await _part(work, contract, page))
    if actor.role is Role.READER:
        return await reader_card.message(work, contract, *await _part(work, contract, page))
    return await _of_supplier(work, actor, contract)


async def _of_supplier(work: Work, actor: Person, contract: Contract) -> Message:
    all_ = await obligations.of_contract(work.session, contract.id)
    ahead = [each for each in all_ if each.status in TO_BE_DONE]
    done = [each for each in reversed(all_) if each.status is ObligationStatus.FULFILLED]
    meeting = await contract_facts.of_next_meeting(work, contract)
    shown = said.OwnContractCard(
        contract=await contract_facts.of_contract(work, contract),
        ahead=await facts.of_obligations(work, ahead[:AHEAD_SHOWN], actor),
        later=max(len(ahead) - AHEAD_SHOWN, 0),
        done=await facts.of_obligations(work, done[:DONE_SHOWN]),
        done_total=len(done),
        meeting=meeting[1] if meeting else None,
        standing=await contract_facts.of_expectations(work, contract.supplier_id),
        held=await contract_facts.of_hold(work, contract.id),
    )
    choices = _to_do(ahead[:AHEAD_SHOWN])
    if meeting:
        choices.append((Label(f"obligation.{meeting[1].kind}"), data(meeting_codes.CARD, meeting[0])))
    return Message(shown, numbered([*choices, (Label("contract.to_list"), data(LIST, 0))]))


def _to_do(ahead: Sequence[Obligation]) -> list[Choice]:
    """Buttons for what can be done about each; of several meetings of one kind only the first can be planned now."""
    choices: list[Choice] = []
    first = {each.kind: each for each in reversed(ahead) if each.kind in MEETINGS}
    for each in ahead:
        if first.get(each.kind, each) is not each:
            continue
        for way, carried in ways(each):
            named = Label(joined=(way, label(facts.named(each)))) if len(ahead) > 1 else way
            choices.append((named, carried))
    return choices


async def _of_leader(
    work: Work, contract: Contract, wanted: int, news: ObligationNews | None, told: str | None
) -> Message:
    here, page = await _part(work, contract, wanted)
    meeting = await contract_facts.of_next_meeting(work, contract)
    shown = said.ContractCard(
        contract=await contract_facts.of_contract(work, contract),
        contacts=await contract_facts.of_contacts(work, contract),
        obligations=await facts.of_obligations(work, here),
        number=page.number,
        pages=page.pages,
        meeting=meeting[1] if meeting else None,
        standing=await contract_facts.of_expectations(work, contract.supplier_id),
        news=news,
        told=told,
        held=await contract_facts.of_hold(work, contract.id),
        decision=await procurement_decision.of_procurement(work, contract.procurement_id),
    )
    is_held = await holds.running(work.session, contract.id) is not None
    items = [(_named_by_day(each), data(OBLIGATION, each.id)) for each in here]
    others = [
        *beside(page, CONTRACT, contract.id),
        (Label("contract.book"), data(BOOK_MEETING, contract.id, 0)),
        (Label("contract.add"), data(ADD, contract.id)),
        (Label("hearsay.enter"), data(HEAR_CONTRACT, contract.id)),
        (Label("contract.history"), data(HISTORY, contract.id, 0)),
        (Label("documents.show"), data(DOCUMENTS, contract.id, 0)),
        (Label("supplier_page.open"), data(SUPPLIER, contract.supplier_id)),
        hold_choice(contract.id, is_held=is_held),
        (Label("contract.to_list"), data(LIST)),
    ]
    rows = (*numbered(items, in_a_row=2), *numbered(others, first=len(items) + 1, in_a_row=2))
    return Message(shown, rows)


async def _part(work: Work, contract: Contract, wanted: int) -> tuple[list[Obligation], Page]:
    """A page of what follows from the contract."""
    all_ = sorted(await obligations.of_contract(work.session, contract.id), key=_what_waits_first)
    page = page_of(wanted, len(all_), size=ON_A_PAGE)
    return all_[page.skipped : page.skipped + page.size], page


def hold_choice(contract_id: int, *, is_held: bool) -> Choice:
    """Let reminders rest, or go on: the contract's, or for 0 all."""
    one, all_, code = (
        ("contract.resume", "contract.resume_all", RESUME) if is_held else ("contract.hold", "contract.hold_all", HOLD)
    )
    return Label(one if contract_id else all_), data(code, contract_id)


def _named_by_day(obligation: Obligation) -> Label:
    """What it is and by when: a contract has many meetings of the same kind."""
    return Label(joined=(label(facts.named(obligation)), Label("contract.by", day=obligation.due_on)))


def _what_waits_first(obligation: Obligation) -> tuple[bool, bool, object, int]:
    is_decided = obligation.status is not ObligationStatus.ESCALATED
    return (facts.is_settled(obligation), is_decided, obligation.due_on, obligation.id)
