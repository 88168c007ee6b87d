"""One obligation on a card: how it stands, what has happened, and what can be done about it now."""

from domain.access import may
from domain.action import Action
from domain.obligation import MEETINGS, TO_BE_DONE, ObligationStatus, Rung
from domain.obligation_life import OBLIGATION_LIFE, ObligationEvent
from domain.settling_reason import UNDO_FOR
from handlers.doorways import BOOK_MEETING, CONTRACT, HEAR_OBLIGATION
from handlers.handling.answer import Answer
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import contract_facts, facts, history
from handlers.obligations.codes import DONE, FORMAL, MOVE, UNDO, WAIVE
from handlers.obligations.finding import obligation_for
from handlers.obligations.ladder.codes import CALL
from handlers.obligations.ways import ways
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.obligations import obligation as said
from messages.obligations.facts import ObligationFacts, ObligationNews
from storage.contracts.contract import Contract
from storage.obligations import history as ledger_history
from storage.obligations.obligation import Obligation
from storage.people.person import Person

HISTORY_SHOWN = 8

_TO_SEE = (Action.LEAD_CONTRACT, Action.ANSWER_OBLIGATION)
"""Matchers see on the contract's card how it stands, and have nothing to do with it."""


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """An obligation was chosen."""
    return await message(work, actor, *await obligation_for(work, actor, press.number(0), *_TO_SEE))


async def message(  # noqa: PLR0913, PLR0917  the card, what has just happened, and who at the supplier hears it
    work: Work,
    actor: Person,
    obligation: Obligation,
    contract: Contract,
    news: ObligationNews | None = None,
    told: str | None = None,
) -> Message:
    """The card, as the actor may see it."""
    is_leader = may(actor.actor, Action.LEAD_CONTRACT)
    buttons = _ways_of_leader(obligation) if is_leader else _ways_of_supplier(work, actor, obligation)
    to_contract = (Label("contract.to_contract"), data(CONTRACT, contract.id))
    facts_of_it = await facts.of_obligation(work, obligation, actor)
    shown: said.ObligationCard | said.OwnObligationCard = (
        await _of_leader(work, obligation, contract, facts_of_it, news, told)
        if is_leader
        else await _of_supplier(work, obligation, contract, facts_of_it, news)
    )
    return Message(shown, numbered([*buttons, to_contract], in_a_row=2 if is_leader else 1))


def may_be_taken_back(work: Work, actor: Person, obligation: Obligation) -> bool:
    """Whether what somebody said is done can be opened again: by those who lead always, by who said it for a while."""
    if not obligation.is_by_hand or obligation.settled_at is None:
        return False
    is_own_and_recent = obligation.settled_by == actor.id and work.now < obligation.settled_at + UNDO_FOR
    return may(actor.actor, Action.LEAD_CONTRACT) or is_own_and_recent


async def _of_leader(  # noqa: PLR0913, PLR0917  all that stands on the card
    work: Work,
    obligation: Obligation,
    contract: Contract,
    shown: ObligationFacts,
    news: ObligationNews | None,
    told: str | None,
) -> said.ObligationCard:
    happened = await ledger_history.about(work.session, obligation.reference, at_most=HISTORY_SHOWN)
    return said.ObligationCard(
        obligation=shown,
        contract=await contract_facts.of_contract(work, contract),
        contacts=await contract_facts.of_contacts(work, contract),
        moved_from=obligation.planned_on if obligation.planned_on != obligation.due_on else None,
        rung=Rung(obligation.rung),
        settled=await facts.of_settling(work, obligation),
        history=history.lines(work, happened),
        news=news,
        told=told,
        held=await contract_facts.of_hold(work, contract.id),
    )


async def _of_supplier(
    work: Work, obligation: Obligation, contract: Contract, shown: ObligationFacts, news: ObligationNews | None
) -> said.OwnObligationCard:
    return said.OwnObligationCard(
        obligation=shown,
        contract=await contract_facts.of_contract(work, contract),
        settled=await facts.of_settling(work, obligation),
        news=news,
        held=await contract_facts.of_hold(work, contract.id),
    )


def _ways_of_supplier(work: Work, actor: Person, obligation: Obligation) -> list[Choice]:
    undo = (Label("obligation.undo"), data(UNDO, obligation.id))
    return [*ways(obligation), *([undo] if may_be_taken_back(work, actor, obligation) else [])]


def _ways_of_leader(obligation: Obligation) -> list[Choice]:
    """What a coordinator can do, the friendly ways first."""
    decisions = [
        ("obligation.call", CALL, obligation.status is ObligationStatus.ESCALATED),
        ("obligation.move", MOVE, _can(obligation, ObligationEvent.MOVE)),
        ("obligation.done", DONE, _can(obligation, ObligationEvent.FULFIL)),
        ("obligation.waive", WAIVE, _can(obligation, ObligationEvent.WAIVE)),
        ("obligation.formal", FORMAL, _can(obligation, ObligationEvent.FOLLOW_UP)),
        ("obligation.reopen", UNDO, obligation.is_by_hand),
    ]
    book = (Label("contract.book"), data(BOOK_MEETING, obligation.contract_id, obligation.id))
    is_meeting = obligation.kind in MEETINGS and obligation.status in TO_BE_DONE
    hear = (Label("hearsay.enter"), data(HEAR_OBLIGATION, obligation.id))
    return [
        *([book] if is_meeting else []),
        *([hear] if obligation.status in TO_BE_DONE else []),
        *((Label(label), data(code, obligation.id)) for label, code, is_open in decisions if is_open),
    ]


def _can(obligation: Obligation, event: ObligationEvent) -> bool:
    return OBLIGATION_LIFE.allows(obligation.status, event)
