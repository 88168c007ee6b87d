"""What is known before somebody is noted as away: whose absence it is, and who could stand in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.form.complaint import Complaint, Wrong
from handlers.form.question import Answers, Option, Question, coming_day
from handlers.form.typed import typed_day
from handlers.handling.work import Work
from handlers.people.colleagues import NOBODY, PersonWithColleagues, colleague_options, colleagues_of
from storage.people import person
from storage.people.person import Person

WEEK = timedelta(days=7)
MONDAY_IN_DAYS = 7
WEEKS_OFFERED = (2, 4)


@dataclass(frozen=True)
class Whose:
    """Whose absence or deputy it is."""

    person_id: int


@dataclass(frozen=True)
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


OWN_RETURN = Question[Absent]("own_return", "back_on", _days, _typed_back, takes_day=True, example=coming_day)
RETURN = Question[Absent]("return_of", "back_on", _days, _typed_back, takes_day=True, example=coming_day)
OWN_DEPUTY = Question[Absent]("own_deputy", "deputy_id", _deputies)
DEPUTY = Question[Absent]("deputy_of", "deputy_id", _deputies)
