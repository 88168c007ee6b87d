"""What a form shows: for each place in it its template, parameters and buttons."""

from collections.abc import Sequence
from datetime import date

from handlers.form.calendar import DAYS_IN_WEEK
from handlers.form.path import Path
from handlers.form.progress import MORE, SUMMARY, Progress
from handlers.form.question import Knowing, Move, Option
from handlers.form.steps import options, position, takes_numbers
from messages.button import Button, data
from messages.form import Asked, MoreOffered, WorkplaceDoubted
from messages.label import Label
from messages.message import Message, Rows

ANSWER, BACK, CANCEL = "fa", "ba", "ca"
"""What a form's buttons carry: the action, the form's revision and, for an answer, its place among the choices."""

ON_ROW_OF_THEIR_OWN = {Move.SEND, Move.MORE, Move.DONE, Move.CALENDAR, Move.CLEAR, Move.SUGGESTIONS, Move.HEADING}
CHANGES_IN_A_ROW = 2


def question(  # noqa: PLR0913  a form as it stands, and what is said of the answer before
    path: Path[Knowing],
    progress: Progress,
    known: Knowing,
    revision: int,
    complaint: str = "",
    *,
    days: tuple[date, ...] = (),
) -> Message:
    """The message that asks what is to be asked now; `complaint` is a label's name, and may name days."""
    buttons = (*_choices(path, progress, known, revision), _way_out(path, progress, known, revision))
    if progress.doubt is not None:
        return Message(WorkplaceDoubted(complaint), buttons)
    if progress.at == SUMMARY and path.summary is not None:
        return Message(path.summary(progress.answers, known, complaint), buttons)
    if progress.at == MORE:
        return Message(MoreOffered(complaint), buttons)
    number, total = position(path, progress, known)
    asked = Asked(progress.at, number, total, complaint, example=_example(path, progress, known), days=days)
    return Message(known.named_in(asked), buttons)


def _example(path: Path[Knowing], progress: Progress, known: Knowing) -> date | None:
    """The day that the question's words name to show how one is written."""
    asked = path.question(progress, known)
    return asked.example(progress.answers, known) if asked is not None and asked.example is not None else None


def label(option: Option) -> Label:
    """How a choice is named."""
    return Label(option.label, option.day, option.text, option.note, option.joined)


def _choices(path: Path[Knowing], progress: Progress, known: Knowing, revision: int) -> Rows:
    choices = options(path, progress, known)
    has_numbers = not takes_numbers(path, progress, known)
    buttons = [
        Button(label(option), data(ANSWER, revision, index), number=index + 1 if has_numbers else 0)
        for index, option in enumerate(choices)
    ]
    return _rows(choices, buttons, _in_a_row(path, progress, known))


def _in_a_row(path: Path[Knowing], progress: Progress, known: Knowing) -> int:
    if progress.doubt is not None:
        return 1
    if progress.month is not None:
        return DAYS_IN_WEEK
    asked = path.question(progress, known)
    return asked.in_a_row if asked is not None else CHANGES_IN_A_ROW


def _rows(choices: Sequence[Option], buttons: Sequence[Button], in_a_row: int) -> Rows:
    rows: list[tuple[Button, ...]] = []
    row: list[Button] = []
    for option, button in zip(choices, buttons, strict=True):
        if option.move in ON_ROW_OF_THEIR_OWN:
            rows += [tuple(row), (button,)] if row else [(button,)]
            row = []
            continue
        row.append(button)
        if len(row) == in_a_row:
            rows.append(tuple(row))
            row = []
    return (*rows, tuple(row)) if row else tuple(rows)


def _way_out(path: Path[Knowing], progress: Progress, known: Knowing, revision: int) -> tuple[Button, ...]:
    cancel = Button(Label("answer.cancel"), data(CANCEL, revision))
    first = next(iter(path.questions(progress.answers, known)), None)
    is_at_beginning = first is not None and progress.at == first.name and not progress.returns_to
    if is_at_beginning and progress.doubt is None and progress.month is None:
        return (cancel,)
    return (Button(Label("answer.back"), data(BACK, revision)), cancel)
