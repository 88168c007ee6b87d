"""Add an obligation to a contract: one of the usual kinds, or what is to be done in people's own words."""

import secrets
from collections.abc import Sequence
from datetime import date
from typing import Any

from domain.access import Action
from domain.obligation import LONGEST_TITLE, MEETINGS, NUMBERS, PLANS, ObligationKind, ObligationStatus, rules_of
from domain.slot import SlotKind
from handlers.contracts import card
from handlers.form import actions as forms
from handlers.form.complaint import Complaint
from handlers.form.form import Form, registered
from handlers.form.path import Moved
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Answers, Option, Question
from handlers.form.typed import typed_text
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import due_date, settling, telling
from handlers.obligations.found import contract_for
from handlers.obligations.known import Contracted, of_contract
from handlers.obligations.pressed_card import card_id
from handlers.slots.typed import typed_count
from messages.message import Message
from messages.obligations import obligation as said
from messages.obligations.facts import ObligationFacts, ObligationNews
from storage.contracts.contract import Contract
from storage.obligations.obligation import Obligation
from storage.people.person import Person

USUAL = tuple(kind for kind in (*MEETINGS, *PLANS, *NUMBERS) if rules_of(kind).may_be_added)
"""What can be chosen by its name; anything else is written."""


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Lägg till åtagande* was pressed."""
    contract = await contract_for(work, actor, Action.LEAD_CONTRACT, press.number(0))
    return await forms.begin(work, actor, FORM, {"contract_id": contract.id, "shown": card_id(press)})


def _kinds(_answers: Answers, _known: Contracted) -> Sequence[Option]:
    return [Option(kind.value, f"obligation.{kind}") for kind in USUAL]


def _slot_kinds(_answers: Answers, _known: Contracted) -> Sequence[Option]:
    return [Option(kind.value, f"kind.{kind}") for kind in SlotKind]


def _counts(_answers: Answers, _known: Contracted) -> Sequence[Option]:
    return [Option(number, text=str(number)) for number in (1, 2, 3, 4, 5)]


def _typed(answers: Answers, known: Contracted, text: str) -> str | Complaint:
    """What is to be done, on one line, as it stands in lists and on buttons."""
    return typed_text(LONGEST_TITLE)(answers, known, " ".join(text.split()))


WHAT = Question[Contracted]("what_to_add", "what", _kinds, _typed, in_a_row=2)
SLOT_KIND = Question[Contracted]("kind_of_places", "slot_kind", _slot_kinds, in_a_row=2)
PLACES = Question[Contracted]("number_of_places", "places", _counts, typed_count, in_a_row=5, takes_number=True)


def questions(answers: Answers, known: Contracted) -> Sequence[Question[Contracted]]:
    """What is to be done and by when; of which kind of slot and how many where it is a number of places."""
    of_number = (SLOT_KIND, PLACES) if _is_number(answers) else ()
    return (WHAT, *of_number, *due_date.questions(answers, known))


def tidied(answers: Answers) -> tuple[dict[str, Any], str]:
    """The answers; where it is not about a number of places any more, without its kind and number."""
    left, complaint = due_date.tidied(answers)
    if not _is_number(left):
        left.pop("slot_kind", None)
        left.pop("places", None)
    return left, complaint


def _is_number(answers: Answers) -> bool:
    return answers.get("what") in set(NUMBERS)


def summary(answers: Answers, known: Contracted, complaint: str) -> said.ObligationChecked:
    """What will be added."""
    what = _values(answers)
    shown = ObligationFacts(
        kind=what["kind"],
        title=what["title"],
        slot_kind=what["slot_kind"],
        places=what["places"] or 0,
        begun=0,
        due_on=due_date.due_on(answers, known),
        status=ObligationStatus.OPEN,
    )
    return said.ObligationChecked(shown, known.name, complaint)


async def _send(work: Work, actor: Person, answers: Answers, known: Contracted) -> Message | Moved:
    contract = await contract_for(work, actor, Action.LEAD_CONTRACT, answers["contract_id"])
    if due_date.has_passed(answers, known):
        at = Progress(at=due_date.DUE_ON.name, answers=dict(answers), returns_to=SUMMARY)
        return Moved(at, Complaint.DAY_IN_PAST.value)
    added = _obligation(work, contract, answers, due_date.due_on(answers, known))
    await settling.add(work, added, actor=actor)
    if answers.get("shown"):
        await work.take_buttons_away(answers["shown"])
    await telling.tell_supplier(work, actor, added, contract, ObligationNews.ADDED)
    return await card.message(work, actor, contract, news=ObligationNews.ADDED)


def _obligation(work: Work, contract: Contract, answers: Answers, due_on: date) -> Obligation:
    return Obligation(
        contract_id=contract.id,
        supplier_id=contract.supplier_id,
        key=f"added:{secrets.token_hex(8)}",
        planned_on=due_on,
        due_on=due_on,
        status=ObligationStatus.OPEN,
        revision=1,
        created_at=work.now,
        **_values(answers),
    )


def _values(answers: Answers) -> dict[str, Any]:
    """The columns that say what is to be done: a usual kind, or an action in people's own words."""
    is_usual = answers["what"] in set(USUAL)
    is_number = _is_number(answers)
    return {
        "kind": ObligationKind(answers["what"]) if is_usual else ObligationKind.ACTION,
        "title": None if is_usual else answers["what"],
        "slot_kind": SlotKind(answers["slot_kind"]) if is_number else None,
        "places": answers["places"] if is_number else None,
    }


FORM = registered(
    Form(
        name="add_obligation",
        version=1,
        questions=questions,
        known=of_contract,
        send=_send,
        summary=summary,
        tidied=tidied,
        sends="obligation.send",
    )
)
