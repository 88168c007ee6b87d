"""One contract on a card: as its supplier sees it, and as those who lead see it."""

from collections.abc import Sequence

from domain.access import Action, may
from domain.obligation import MEETINGS, TO_BE_DONE, ObligationKind, ObligationStatus
from handlers.contracts import facts, views
from handlers.contracts.found import contract_for
from handlers.contracts.views import Choice, beside, numbered
from handlers.meetings import codes as meeting_codes
from handlers.press import Press
from handlers.work import Work
from messages import contract as said
from messages.button import data
from messages.contract_facts import ObligationNews
from messages.label import Label
from messages.message import Message
from messages.obligation_words import label
from storage import obligation as obligations
from storage.contract import Contract
from storage.obligation import Obligation
from storage.person import Person

ON_A_PAGE = 8
AHEAD_SHOWN = 3
DONE_SHOWN = 5


async def show(work: Work, actor: Person, press: Press) -> None:
    """A contract was chosen, or a page of what follows from it."""
    contract = await contract_for(work, actor, Action.SEE_CONTRACT, press.number(0))
    if contract is not None:
        await views.show(work, actor, press, await message(work, actor, contract, max(press.number(1), 0)))


async def message(
    work: Work, actor: Person, contract: Contract, page: int = 0, news: ObligationNews | None = None
) -> Message:
    """The card, for whoever looks."""
    if may(actor.actor, Action.LEAD_CONTRACT):
        return await _of_leader(work, contract, page, news)
    return await _of_supplier(work, contract)


def ways(obligation: Obligation) -> list[Choice]:
    """What a supplier can do about it, itself, now."""
    if obligation.status not in TO_BE_DONE:
        return []
    if obligation.kind in MEETINGS:
        return [(Label("contract.propose"), data(meeting_codes.PROPOSE, obligation.id))]
    if obligation.kind is ObligationKind.ACTION:
        return [(Label("contract.done"), data(views.DONE, obligation.id))]
    offer = (Label("contract.offer"), data(views.OFFER, obligation.contract_id))
    nothing = (Label("contract.nothing"), data(views.NOTHING, obligation.id))
    return [offer, nothing] if obligation.kind is ObligationKind.PLAN else [offer]


async def _of_supplier(work: Work, contract: Contract) -> Message:
    all_ = await obligations.of_contract(work.session, contract.id)
    ahead = [each for each in all_ if each.status in TO_BE_DONE]
    done = [each for each in reversed(all_) if each.status is ObligationStatus.FULFILLED]
    meeting = await facts.of_next_meeting(work, contract)
    shown = said.OwnContractCard(
        contract=await facts.of_contract(work, contract),
        ahead=await facts.of_obligations(work, ahead[:AHEAD_SHOWN]),
        later=max(len(ahead) - AHEAD_SHOWN, 0),
        done=await facts.of_obligations(work, done[:DONE_SHOWN]),
        done_total=len(done),
        meeting=meeting[1] if meeting else None,
        standing=await facts.of_standing(work, contract.supplier_id),
    )
    choices = _to_do(ahead[:AHEAD_SHOWN])
    if meeting:
        choices.append((Label(f"obligation.{meeting[1].kind}"), data(meeting_codes.CARD, meeting[0])))
    return Message(shown, numbered([*choices, (Label("contract.to_list"), data(views.LIST, 0))]))


def _to_do(ahead: Sequence[Obligation]) -> list[Choice]:
    """What can be done about each, naming it where there is more than one; of a kind only about what comes first."""
    choices: list[Choice] = []
    first = {each.kind: each for each in reversed(ahead) if each.kind in MEETINGS}
    for each in ahead:
        if first.get(each.kind, each) is not each:
            continue
        for way, carried in ways(each):
            named = Label(joined=(way, label(facts.named(each)))) if len(ahead) > 1 else way
            choices.append((named, carried))
    return choices


async def _of_leader(work: Work, contract: Contract, wanted: int, news: ObligationNews | None) -> Message:
    all_ = sorted(await obligations.of_contract(work.session, contract.id), key=_what_waits_first)
    pages = max(1, -(-len(all_) // ON_A_PAGE))
    page = min(wanted, pages - 1)
    here = all_[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    meeting = await facts.of_next_meeting(work, contract)
    shown = said.ContractCard(
        contract=await facts.of_contract(work, contract),
        contacts=await facts.of_contacts(work, contract),
        obligations=await facts.of_obligations(work, here),
        number=page + 1,
        pages=pages,
        meeting=meeting[1] if meeting else None,
        standing=await facts.of_standing(work, contract.supplier_id),
        news=news,
    )
    items = [(_named_by_day(each), data(views.OBLIGATION, each.id)) for each in here]
    others = [
        *beside(views.CARD, contract.id, page=page, pages=pages),
        (Label("contract.book"), data(meeting_codes.BOOK, contract.id, 0)),
        (Label("contract.add"), data(views.ADD, contract.id)),
        (Label("contract.history"), data(views.HISTORY, contract.id, 0)),
        (Label("contract.to_list"), data(views.LIST)),
    ]
    rows = (*numbered(items, in_a_row=2), *numbered(others, first=len(items) + 1, in_a_row=2))
    return Message(shown, rows)


def _named_by_day(obligation: Obligation) -> Label:
    """What it is and by when: a contract has many meetings of the same kind."""
    return Label(joined=(label(facts.named(obligation)), Label("contract.by", day=obligation.due_on)))


def _what_waits_first(obligation: Obligation) -> tuple[bool, bool, object, int]:
    is_decided = obligation.status is not ObligationStatus.ESCALATED
    return (facts.is_settled(obligation), is_decided, obligation.due_on, obligation.id)
