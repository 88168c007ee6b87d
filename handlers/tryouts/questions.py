"""What is asked of a tryout: what was done, in words, from when, for how long it is watched, and with whom."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain import typed_date
from domain.frozen import frozen
from domain.tryout import FARTHEST, LONGEST_TRYOUT, WEEKS_WATCHED, TryoutSort, watched
from domain.typed_date import Days
from domain.typed_number import understood_number
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Known, Option, Question, coming_day, given
from handlers.form.typed import typed_text
from handlers.tryouts.choosing import NAMES_TOLD, SUPPLIERS, Choosing
from messages.tryouts.tryout import Tried, TryoutChecked

HALF_A_YEAR = timedelta(days=183)

CHANGED = "tryout_id"
"""The field that no question fills in: the tryout that is changed; not there where one is noted."""


@frozen
class Noted:
    """What is answered."""

    sort: TryoutSort
    words: str
    begun_on: date
    weeks: int
    suppliers: list[int]


def _sorts(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(sort.value, f"tryout_sort.{sort}") for sort in TryoutSort]


def _days(_answers: Answers, known: Known) -> Sequence[Option]:
    """Today, and the Monday after."""
    monday = known.today + timedelta(days=7 - known.today.weekday())
    return [
        Option(known.today.isoformat(), "begun_on.today", day=known.today),
        Option(monday.isoformat(), "begun_on.day", day=monday),
    ]


def _typed_day(_answers: Answers, known: Known, text: str) -> str | Complaint:
    """A single day, a year away at most; without its year the one that is nearest."""
    days = typed_date.read(text, known.today, near=known.today - HALF_A_YEAR)
    if not isinstance(days, Days) or days.first != days.last:
        return Complaint.DAY_NOT_UNDERSTOOD
    return days.first.isoformat() if abs(days.first - known.today) <= FARTHEST else Complaint.TRIED_TOO_FAR


def _weeks(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(weeks, "tryout.weeks", text=str(weeks)) for weeks in WEEKS_WATCHED]


def _typed_weeks(_answers: Answers, _known: Known, text: str) -> int | Complaint:
    weeks = understood_number(text)
    return weeks if weeks in WEEKS_WATCHED else Complaint.TRYOUT_WEEKS


def questions(_answers: Answers, _known: Choosing) -> Sequence[Question[Choosing]]:
    """All of it; who can be chosen depends on the day."""
    return (SORT, WORDS, BEGUN_ON, WEEKS, SUPPLIERS)


def summary(answers: Answers, known: Choosing, complaint: str) -> TryoutChecked:
    """What will be kept."""
    noted = given(answers, Noted)
    until = watched(noted.begun_on, noted.weeks).last
    names = tuple(name for _, name in known.chosen)
    return TryoutChecked(
        tried=Tried(noted.sort, noted.words, noted.begun_on, until, noted.weeks, len(noted.suppliers)),
        names=names[:NAMES_TOLD],
        more=max(len(names) - NAMES_TOLD, 0),
        complaint=complaint,
        is_change=CHANGED in answers,
    )


def as_recorded(noted: Noted) -> str:
    """How the ledger has it."""
    whom = ",".join(map(str, sorted(noted.suppliers)))
    return f"{noted.sort} {noted.begun_on} {noted.weeks} [{whom}]: {noted.words}"


SORT = Question[Known]("tryout_sort", "sort", _sorts)
WORDS = Question[Known]("tryout_words", "words", read=typed_text(LONGEST_TRYOUT))
BEGUN_ON = Question[Known]("tryout_begun_on", "begun_on", _days, _typed_day, example=coming_day)
WEEKS = Question[Known]("tryout_weeks", "weeks", _weeks, _typed_weeks, in_a_row=3, takes_number=True)
