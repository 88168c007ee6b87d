"""Enter an earlier result: what a supplier gave before Steget, or outside it."""

from collections.abc import Sequence
from typing import Any

from domain.access import may
from domain.action import Action
from domain.ledger_event import LedgerEvent
from handlers.form import forms
from handlers.form.form import ByAnswers, Form, registered
from handlers.form.question import Answers, Question, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people.inviting.inviter import InvitedSoFar, Inviter, name_of_company, of_inviter, typed_company
from handlers.people.inviting.questions import COMPANY, NEW_COMPANY
from handlers.results import showing
from handlers.results.earlier_questions import GAVE, NUMBER, SOURCE, YEAR, Gave
from messages.message import Message
from messages.results.earlier import EarlierResultChecked
from messages.results.result import ResultNews
from storage.people import supplier
from storage.people.person import Person
from storage.results import earlier_result
from storage.results.earlier_result import EarlierResult


async def begin(work: Work, actor: Person, _press: Press) -> Answer:
    """*Ange tidigare resultat* was pressed."""
    if not may(actor.actor, Action.ENTER_RESULT):
        raise NotTheirsError
    return await forms.begin(work, actor, FORM)


def questions(answers: Answers, _known: Inviter) -> Sequence[Question[Inviter]]:
    """A supplier's name that is new is asked about once more, as where somebody is invited."""
    is_doubted = typed_company(answers) != given(answers, InvitedSoFar).new_company
    return (COMPANY, *((NEW_COMPANY,) if is_doubted else ()), GAVE, NUMBER, YEAR, SOURCE)


def tidied(answers: Answers) -> tuple[dict[str, Any], str]:
    """Without the word that a company is new which is not chosen any more."""
    left = dict(answers)
    if left.get("new_company") != typed_company(left):
        left.pop("new_company", None)
    return left, ""


def summary(answers: Answers, known: Inviter, complaint: str) -> EarlierResultChecked:
    """What will be kept."""
    gave, is_new = given(answers, Gave), bool(typed_company(answers))
    name = name_of_company(answers, known) or ""
    return EarlierResultChecked(name, gave.kind, gave.counted, gave.year, gave.source, complaint, is_new=is_new)


async def _send(work: Work, actor: Person, answers: Answers, _known: Inviter) -> Message:
    if not may(actor.actor, Action.ENTER_RESULT):
        raise NotTheirsError
    company = given(answers, InvitedSoFar).company
    if isinstance(company, str):
        company = (await supplier.found_or_created(work.session, company, now=work.now)).id
    kept = await earlier_result.enter(work.session, row_of(work, actor, given(answers, Gave), supplier_id=company))
    await work.record(
        LedgerEvent.EARLIER_RESULT_ENTERED,
        actor=actor,
        supplier_id=kept.supplier_id,
        about=kept.reference,
        content=as_recorded(kept),
    )
    return await showing.page(work, actor, year=kept.year, news=ResultNews.ENTERED)


def row_of(work: Work, actor: Person, gave: Gave, *, supplier_id: int) -> EarlierResult:
    """The row that says so."""
    return EarlierResult(
        supplier_id=supplier_id,
        kind=gave.kind,
        number=gave.counted,
        year=gave.year,
        source=gave.source,
        entered_by=actor.id,
        entered_at=work.now,
    )


def as_recorded(result: EarlierResult) -> str:
    """How the ledger has it."""
    return f"{result.year} {result.kind} {result.number if result.number is not None else '-'}: {result.source}"


FORM = registered(
    Form(
        name="earlier_result",
        version=1,
        questions=questions,
        known=ByAnswers(of_inviter),
        send=_send,
        summary=summary,
        tidied=tidied,
        sends="result.keep",
    )
)
