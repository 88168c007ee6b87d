"""What is asked of an earlier result: from whom, of which kind, how many, which year, and where it is known from."""

from collections.abc import Sequence

from domain.frozen import frozen
from domain.slot import SlotKind
from domain.typed_number import understood_number
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Known, Option, Question
from handlers.form.typed import letters
from handlers.results.year import FIRST_YEAR
from handlers.slots.typed import typed_kind
from storage.results.earlier_result import LONGEST_SOURCE

NOT_COUNTED = "not_counted"
"""In place of a number."""

MOST_GIVEN = 999
USUAL = (1, 2, 3, 4, 5)
YEARS_OFFERED = 3


@frozen
class Gave:
    """What is answered, but for whose it is."""

    kind: SlotKind
    number: int | str
    year: int
    source: str

    @property
    def counted(self) -> int | None:
        """The number; None where nobody has counted."""
        return self.number if isinstance(self.number, int) else None


def _kinds(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(kind.value, f"kind.{kind}") for kind in SlotKind]


def _numbers(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [*(Option(number, text=str(number)) for number in USUAL), Option(NOT_COUNTED, "result.not_counted")]


def _right_numbers(answers: Answers, known: Known) -> Sequence[Option]:
    return [*_numbers(answers, known), Option(0, "result.none_at_all")]


def _how_many(least: int) -> Question[Known]:
    def read(_answers: Answers, _known: Known, text: str) -> int | Complaint:
        number = understood_number(text)
        if number is None or number > MOST_GIVEN:
            return Complaint.COUNT_NOT_A_NUMBER
        return number if number >= least else Complaint.COUNT_TOO_SMALL

    options = _numbers if least else _right_numbers
    return Question[Known]("earlier_number", "number", options, read, in_a_row=5, takes_number=True)


def _years(_answers: Answers, known: Known) -> Sequence[Option]:
    latest = known.today.year
    return [Option(year, text=str(year)) for year in range(latest, latest - YEARS_OFFERED, -1)]


def _typed_year(_answers: Answers, known: Known, text: str) -> int | Complaint:
    year = understood_number(text)
    return year if year is not None and FIRST_YEAR <= year <= known.today.year else Complaint.YEAR_NOT_UNDERSTOOD


def _typed_source(_answers: Answers, _known: Known, text: str) -> str | Complaint:
    source = " ".join(text.split())
    if len(source) > LONGEST_SOURCE:
        return Complaint.TEXT_TOO_LONG
    return source if letters(source) else Complaint.TEXT_WITHOUT_LETTERS


GAVE = Question[Known]("earlier_kind", "kind", _kinds, typed_kind, in_a_row=2)
NUMBER, RIGHT_NUMBER = _how_many(1), _how_many(0)
YEAR = Question[Known]("earlier_year", "year", _years, _typed_year, in_a_row=3, takes_number=True)
SOURCE = Question[Known]("earlier_source", "source", read=_typed_source)
