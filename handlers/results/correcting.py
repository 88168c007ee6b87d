"""Say what is right instead of an earlier result: another row, so that nothing that was entered is lost."""

from datetime import datetime

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.results import showing
from handlers.results.earlier_questions import GAVE, NOT_COUNTED, RIGHT_NUMBER, SOURCE, YEAR, Gave
from handlers.results.entering import as_recorded, row_of
from messages.message import Message
from messages.results.earlier import EarlierResultChecked
from messages.results.result import ResultNews
from storage.people import supplier
from storage.people.person import Person
from storage.results import earlier_result
from storage.results.earlier_result import EarlierResult


@frozen
class ToCorrect:
    """What the form is about: the row that is not right."""

    earlier_id: int


@frozen(kw_only=True)
class Correcting(Known):
    """What is known of it; `name` is the supplier's."""

    about: ToCorrect


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Rätta* was pressed."""
    wrong = await _theirs(work, actor, press.number(0))
    if wrong.corrected_by is not None:
        return await showing.page(work, actor, year=wrong.year, news=ResultNews.MEANWHILE)
    answers = {
        "kind": wrong.kind.value,
        "number": wrong.number if wrong.number is not None else NOT_COUNTED,
        "year": wrong.year,
        "source": wrong.source,
    }
    return await forms.begin_about(work, actor, FORM, ToCorrect(wrong.id), answers=answers)


async def _theirs(work: Work, actor: Person, earlier_id: int) -> EarlierResult:
    found = await earlier_result.find(work.session, earlier_id)
    if found is None or not may(actor.actor, Action.ENTER_RESULT):
        raise NotTheirsError
    return found


async def _known(work: Work, _actor: Person, about: ToCorrect) -> Correcting:
    wrong = await earlier_result.find(work.session, about.earlier_id)
    name = (await supplier.find(work.session, wrong.supplier_id)).name if wrong is not None else ""
    return Correcting(work.city.today(work.now), work.city.hours, name=name, about=about)


async def _still_holds(work: Work, actor: Person, about: ToCorrect, _since: datetime) -> bool:
    wrong = await earlier_result.find(work.session, about.earlier_id)
    return wrong is not None and wrong.corrected_by is None and may(actor.actor, Action.ENTER_RESULT)


def summary(answers: Answers, known: Correcting, complaint: str) -> EarlierResultChecked:
    """What will be right instead."""
    gave = given(answers, Gave)
    return EarlierResultChecked(
        known.name, gave.kind, gave.counted, gave.year, gave.source, complaint, is_correction=True
    )


async def _send(work: Work, actor: Person, answers: Answers, known: Correcting) -> Message:
    wrong = await _theirs(work, actor, known.about.earlier_id)
    was = as_recorded(wrong)
    right = row_of(work, actor, given(answers, Gave), supplier_id=wrong.supplier_id)
    if not await earlier_result.correct(work.session, wrong.id, right):
        return await showing.page(work, actor, year=wrong.year, news=ResultNews.MEANWHILE)
    await work.record(
        LedgerEvent.EARLIER_RESULT_CORRECTED,
        actor=actor,
        supplier_id=right.supplier_id,
        about=wrong.reference,
        content=f"{right.reference} {as_recorded(right)} ({was})",
    )
    return await showing.page(work, actor, year=right.year, news=ResultNews.CORRECTED)


FORM = registered(
    FormAbout(
        name="correct_result",
        noun="earlier_result",
        still_holds=_still_holds,
        version=1,
        about=ToCorrect,
        questions=lambda _answers, _known: (GAVE, RIGHT_NUMBER, YEAR, SOURCE),
        known=_known,
        send=_send,
        summary=summary,
        sends="result.keep",
    )
)
