"""What is known before somebody is noted as away: whose absence it is, and who could stand in."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from domain.frozen import frozen
from handlers.form.complaint import Complaint, Wrong
from handlers.form.question import Answers, Move, Option, Question, coming_day, given
from handlers.form.typed import typed_day
from handlers.handling.work import Work
from handlers.people.colleagues import NOBODY, PersonWithColleagues, colleague_options, colleagues_of
from storage.people import person
from storage.people.person import Person

WEEK = timedelta(days=7)
MONDAY_IN_DAYS = 7
WEEKS_OFFERED = (2, 4)


LONG_FOR = timedelta(days=90)
"""Whoever is away for longer is asked whether it is meant: "24/11" may be a year away."""


@frozen
class ReturnSoFar:
    """What is answered on the way.

    Attributes:
        back_on: The day that was chosen or written.
        long_until: The same day again, once it is said that it is meant though it is far away.
    """

    back_on: date | None = None
    long_until: date | None = None


@frozen
class Whose:
    """Whose absence or deputy it is."""

    person_id: int


@frozen
class Absent(PersonWithColleagues):
    """What is known of somebody who is or will be away; `name` is theirs.

    Attributes:
        is_own: Whether it is the one who answers.
    """

    is_own: bool = True


async def of_absent(work: Work, actor: Person, whose: Whose) -> Absent:
    """What is known of the person whom the form is about."""
    absent = await person.find(work.session, whose.person_id)
    return Absent(
        work.city.today(work.now),
        work.city.hours,
        name=absent.name,
        person_id=absent.id,
        is_own=absent.id == actor.id,
        colleagues=await colleagues_of(work, absent),
    )


def questions(answers: Answers, known: Absent) -> Sequence[Question[Absent]]:
    """Until when, whether that is meant where it is long, and who stands in where somebody could."""
    back, deputy = (OWN_RETURN, OWN_DEPUTY) if known.is_own else (RETURN, DEPUTY)
    back_on = given(answers, ReturnSoFar).back_on
    is_long = back_on is not None and back_on > known.today + LONG_FOR
    return (back, *((LONG,) if is_long else ()), *((deputy,) if known.colleagues else ()))


def tidied(answers: Answers) -> tuple[dict[str, Any], str]:
    """The answers; where the day has been changed, without the word that the earlier one is meant."""
    left, so_far = dict(answers), given(answers, ReturnSoFar)
    if so_far.long_until != so_far.back_on:
        left.pop(LONG.field, None)
    return left, ""


def _days(_answers: Answers, known: Absent) -> Sequence[Option]:
    """Usual days on which people are back."""
    monday = known.today + timedelta(days=MONDAY_IN_DAYS - known.today.weekday())
    named = [("away.next_working_day", known.hours.next_working_day(known.today)), ("away.monday", monday)]
    named += [(f"away.weeks_{weeks}", known.today + weeks * WEEK) for weeks in WEEKS_OFFERED]
    seen: dict[str, Option] = {}
    for label, day in named:
        seen.setdefault(day.isoformat(), Option(day.isoformat(), label, day=day))
    return list(seen.values())


def _typed_back(answers: Answers, known: Absent, text: str) -> str | Wrong:
    """A day from tomorrow onwards: who is back today is here."""
    day = typed_day(answers, known, text)
    return Complaint.BACK_TOO_SOON if day == known.today.isoformat() else day


def _deputies(_answers: Answers, known: Absent) -> Sequence[Option]:
    return [*colleague_options(known.colleagues), Option(NOBODY, "people.no_deputy")]


def _return_meant(answers: Answers, known: Absent) -> date:
    return given(answers, ReturnSoFar).back_on or known.today


def _is_it_meant(answers: Answers, known: Absent) -> Sequence[Option]:
    back = OWN_RETURN if known.is_own else RETURN
    return [
        Option(answers[back.field], "away.meant"),
        Option(back.name, "away.other_day", move=Move.CHANGE),
    ]


OWN_RETURN = Question[Absent]("own_return", "back_on", _days, _typed_back, takes_day=True, example=coming_day)
RETURN = Question[Absent]("return_of", "back_on", _days, _typed_back, takes_day=True, example=coming_day)
LONG = Question[Absent]("long_absence", "long_until", _is_it_meant, is_of_step_before=True, example=_return_meant)
OWN_DEPUTY = Question[Absent]("own_deputy", "deputy_id", _deputies)
DEPUTY = Question[Absent]("deputy_of", "deputy_id", _deputies)
