"""A matcher enters how many a programme had in a month: linked to no wish, no placement and nobody."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.programme import Programme
from domain.typed_number import understood_number
from handlers.form import forms
from handlers.form.complaint import Complaint
from handlers.form.form import Form, registered
from handlers.form.question import Answers, Known, Option, Question, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.results import showing
from messages.message import Message
from messages.results.result import ResultNews
from storage.people.person import Person
from storage.results import programme_tally

MONTHS_OFFERED = 6
USUAL = (0, 1, 2, 3, 5, 8, 10)
MOST = 999


@frozen
class Tally:
    """What is answered: the month by its first day."""

    month: date
    programme: Programme
    number: int


async def begin(work: Work, actor: Person, _press: Press) -> Answer:
    """*Ange antal i program* was pressed."""
    if not may(actor.actor, Action.COUNT_PROGRAMME):
        raise NotTheirsError
    return await forms.begin(work, actor, FORM)


def _months(_answers: Answers, known: Known) -> Sequence[Option]:
    """The latest first."""
    months = [known.today.replace(day=1)]
    while len(months) < MONTHS_OFFERED:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    return [Option(month.isoformat(), "calendar.month", day=month) for month in months]


def _programmes(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(programme.value, f"programme.{programme}") for programme in Programme]


def _numbers(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(number, text=str(number)) for number in USUAL]


def _typed(_answers: Answers, _known: Known, text: str) -> int | Complaint:
    number = understood_number(text)
    return number if number is not None and 0 <= number <= MOST else Complaint.COUNT_NOT_A_NUMBER


MONTH = Question[Known]("programme_month", "month", _months, in_a_row=2)
PROGRAMME = Question[Known]("programme", "programme", _programmes)
NUMBER = Question[Known]("programme_number", "number", _numbers, _typed, in_a_row=4, takes_number=True)


async def _known(work: Work, _actor: Person) -> Known:
    return Known(work.city.today(work.now), work.city.hours)


async def _send(work: Work, actor: Person, answers: Answers, _known: Known) -> Message:
    if not may(actor.actor, Action.COUNT_PROGRAMME):
        raise NotTheirsError
    tally = given(answers, Tally)
    kept = await programme_tally.put(
        work.session,
        tally.programme,
        year=tally.month.year,
        month=tally.month.month,
        number=tally.number,
        entered_by=actor.id,
        now=work.now,
    )
    # How many is not told here: coordinators read the record, and a small number is for matchers alone.
    told = f"{tally.month:%Y-%m} {tally.programme}"
    await work.record(LedgerEvent.PROGRAMME_COUNTED, actor=actor, about=kept, content=told)
    return await showing.page(work, actor, year=tally.month.year, news=ResultNews.COUNTED)


FORM = registered(
    Form(
        name="count_programme",
        version=1,
        questions=lambda _answers, _known: (MONTH, PROGRAMME, NUMBER),
        known=_known,
        send=_send,
    )
)
