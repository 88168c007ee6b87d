"""Add an obligation to a contract: one of the usual kinds, or what is to be done in people's own words."""

import secrets
from datetime import date, datetime

from domain.action import Action
from domain.contract import Counting, CountsFrom
from domain.obligation import ObligationStatus
from handlers.contracts import card
from handlers.contracts.adding_questions import Adding, ContractToAddTo, added_by, questions, tidied
from handlers.form import forms
from handlers.form.complaint import Complaint
from handlers.form.form import FormAbout, registered
from handlers.form.path import NextPlace
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Answers
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import due_date, settling, telling
from handlers.obligations.finding import contract_for
from handlers.obligations.pressed_card import card_id
from messages.message import Message
from messages.obligations import obligation as said
from messages.obligations.facts import ObligationFacts, ObligationNews
from storage.contracts.contract import Contract
from storage.obligations.obligation import ADDED, Obligation
from storage.people import supplier
from storage.people.person import Person


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Lägg till åtagande* was pressed."""
    contract = await contract_for(work, actor, Action.LEAD_CONTRACT, press.number(0))
    return await forms.begin_about(work, actor, FORM, ContractToAddTo(contract.id, card_id(press)))


async def _known(work: Work, actor: Person, about: ContractToAddTo) -> Adding:
    """What is known of the contract; nothing where it isn't theirs any more."""
    today, hours = work.city.today(work.now), work.city.hours
    try:
        contract = await contract_for(work, actor, Action.LEAD_CONTRACT, about.contract_id)
    except NotTheirsError:
        return Adding(today, hours, about=about)
    # Of a framework agreement's contracts number and title are the same.
    name = f"{contract.named}, {(await supplier.find(work.session, contract.supplier_id)).name}"
    return Adding(today, hours, name=name, ends_on=contract.ends_on, about=about)


async def _still_runs(work: Work, actor: Person, about: ContractToAddTo, _since: datetime) -> bool:
    known = await _known(work, actor, about)
    return bool(known.name) and (known.ends_on is None or known.ends_on >= known.today)


def summary(answers: Answers, known: Adding, complaint: str) -> said.ObligationChecked:
    """What will be added."""
    added = added_by(answers)
    shown = ObligationFacts(
        kind=added.kind,
        title=added.title,
        slot_kind=added.slot_kind,
        places=added.places or 0,
        begun=0,
        due_on=due_date.due_on(answers, known),
        status=ObligationStatus.OPEN,
        counting=added.counting or Counting.PLACES,
        counts_from=added.counts_from or CountsFrom.BEGUN,
    )
    return said.ObligationChecked(shown, known.name, complaint)


async def _send(work: Work, actor: Person, answers: Answers, known: Adding) -> Message | NextPlace:
    contract = await contract_for(work, actor, Action.LEAD_CONTRACT, known.about.contract_id)
    if due_date.has_passed(answers, known):
        at = Progress(at=due_date.DUE_ON.name, answers=dict(answers), returns_to=SUMMARY)
        return NextPlace(at, Complaint.DAY_IN_PAST.value)
    added = _obligation(work, contract, answers, due_date.due_on(answers, known))
    await settling.add(work, added, actor=actor)
    if known.about.shown:
        await work.take_buttons_away(known.about.shown)
    told = await telling.tell_supplier(work, actor, added, contract, ObligationNews.ADDED)
    return await card.message(work, actor, contract, news=ObligationNews.ADDED, told=told)


def _obligation(work: Work, contract: Contract, answers: Answers, due_on: date) -> Obligation:
    added = added_by(answers)
    return Obligation(
        contract_id=contract.id,
        supplier_id=contract.supplier_id,
        key=f"{ADDED}{secrets.token_hex(8)}",
        planned_on=due_on,
        due_on=due_on,
        status=ObligationStatus.OPEN,
        revision=1,
        created_at=work.now,
        kind=added.kind,
        title=added.title,
        slot_kind=added.slot_kind,
        places=added.places,
        counting=added.counting,
        counts_from=added.counts_from,
    )


FORM = registered(
    FormAbout(
        name="add_obligation",
        noun="contract",
        still_holds=_still_runs,
        version=1,
        about=ContractToAddTo,
        questions=questions,
        known=_known,
        send=_send,
        summary=summary,
        tidied=tidied,
        sends="obligation.send",
    )
)
