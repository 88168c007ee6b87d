"""The way through any form, pure: an answer in, the next question, a complaint, or the end out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from handlers.form.calendar import day_in_month, month_of, month_options
from handlers.form.complaint import AboutDays, Complaint, Wrong
from handlers.form.path import NextPlace, Outcome, Path, ReadyToSend
from handlers.form.progress import MORE, SUMMARY, Doubt, Progress
from handlers.form.question import Filled, Knowing, Move, Option, Question
from handlers.form.typed import MOST_AHEAD

SKIPPED = ""
"""The answer of somebody who was asked and has none."""


def begun(path: Path[Knowing], known: Knowing, progress: Progress) -> Progress:
    """A form at its first question that is not answered yet."""
    return _at_first_unanswered(path, known, progress)


def options(path: Path[Knowing], progress: Progress, known: Knowing) -> Sequence[Option]:
    """The choices that are offered where the form is."""
    if progress.doubt is not None:
        return [Option(None, "secrecy.workplace", move=Move.KEEP), Option(None, "secrecy.rewrite", move=Move.REWRITE)]
    if progress.at == SUMMARY:
        return _summary_options(path, progress, known)
    if progress.at == MORE:
        return _extra_options(path, progress)
    question = path.question(progress, known)
    if question is None:
        return []
    if progress.month is not None:
        return month_options(progress.month, known.today)
    return [*question.options(progress.answers, known), *_other_ways(question, progress)]


def chosen(path: Path[Knowing], progress: Progress, known: Knowing, index: int) -> Outcome:
    """What comes of the choice with that index, from 0."""
    choices = options(path, progress, known)
    if not 0 <= index < len(choices):
        return Complaint.NOT_AN_OPTION
    option = choices[index]
    if option.move is not None:
        return _after_move(path, progress, known, option)
    if progress.month is not None:
        return _on_day(path, progress, known, date.fromisoformat(option.value))
    return answered(path, progress, known, option.value)


def read(path: Path[Knowing], progress: Progress, known: Knowing, text: str) -> Any | Wrong:
    """What a typed text means as an answer, or what is wrong with it."""
    question = path.question(progress, known)
    if question is None or progress.doubt is not None:
        return Complaint.NOT_AN_OPTION
    if progress.month is not None and text.strip().isdecimal():
        day = day_in_month(progress.month, int(text.strip()[:3]))
        return Complaint.DAY_NOT_UNDERSTOOD if day is None else question.read(progress.answers, known, day.isoformat())
    return question.read(progress.answers, known, text)


def answered(
    path: Path[Knowing], progress: Progress, known: Knowing, value: Any, *, message_id: int | None = None
) -> Outcome:
    """The form after an answer to its present question, which may have been typed in a message of that number."""
    question = path.question(progress, known)
    if question is None:
        return NextPlace(_at_first_unanswered(path, known, progress))
    answers = {**progress.answers, question.field: value}
    if question.message_field:
        answers[question.message_field] = message_id
    return _after(path, replace(progress, answers=answers, month=None, doubt=None), known, question)


def filled(path: Path[Knowing], progress: Progress, known: Knowing, value: Filled) -> Outcome:
    """The form after an answer to several of its questions: at the first that is not answered yet."""
    answers = {**progress.answers, **value.answers}
    return NextPlace(_at_first_unanswered(path, known, replace(progress, answers=answers)))


def doubted(progress: Progress, value: str, message_id: int | None) -> NextPlace:
    """The form while its writer is asked whether an answer is about the workplace or about a person."""
    return NextPlace(replace(progress, doubt=Doubt(value, message_id)))


def back(path: Path[Knowing], progress: Progress, known: Knowing) -> Progress | None:
    """The form one step earlier; None at its beginning, where back means out."""
    if progress.doubt is not None or progress.month is not None:
        return replace(progress, doubt=None, month=None)
    if progress.at == MORE:
        return replace(progress, at=SUMMARY)
    if progress.returns_to and not _unanswered(path, known, progress):
        return replace(progress, at=progress.returns_to, returns_to=_before(progress.returns_to))
    names = [question.name for question in path.questions(progress.answers, known)]
    if progress.at not in names and progress.returns_to in names:
        # It was opened from a question that is not answered yet.
        return replace(progress, at=progress.returns_to, returns_to=SUMMARY)
    position = names.index(progress.at) if progress.at in names else len(names)
    return replace(progress, at=names[position - 1]) if position else None


def position(path: Path[Knowing], progress: Progress, known: Knowing) -> tuple[int, int]:
    """The step's number, from 1, and how many there are; (0, 0) for a question that is optional.

    Where an answer still decides how many there are, that is 0: a number that is told stays true.
    """
    number = total = 0
    is_settled = True
    for question in path.questions(progress.answers, known):
        total += not question.is_of_step_before
        if question.name == progress.at:
            number = total
        if question.branches and (question.name == progress.at or question.field not in progress.answers):
            is_settled = False
    return (number, total if is_settled else 0) if number else (0, 0)


def takes_numbers(path: Path[Knowing], progress: Progress, known: Knowing) -> bool:
    """Whether a bare number is the answer itself, so that the choices carry no numbers of their own."""
    if progress.doubt is not None:
        return False
    question = path.question(progress, known)
    return progress.month is not None or (question is not None and question.takes_number)


def _after_move(path: Path[Knowing], progress: Progress, known: Knowing, option: Option) -> Outcome:
    match option.move:
        case Move.SEND:
            return ReadyToSend(progress)
        case Move.FILL:
            return filled(path, progress, known, Filled(option.value))
        case Move.KEEP if progress.doubt is not None:
            return answered(path, progress, known, progress.doubt.value, message_id=progress.doubt.message_id)
        case Move.CLEAR:
            return _cleared(path, progress, known)
        case Move.MORE | Move.DONE | Move.CHANGE:
            return NextPlace(_elsewhere(progress, option))
        case _:
            return _shown_otherwise(path, progress, known, option)


def _elsewhere(progress: Progress, option: Option) -> Progress:
    if option.move is Move.CHANGE:
        return replace(progress, at=option.value, returns_to=progress.at)
    return replace(progress, at=MORE if option.move is Move.MORE else SUMMARY)


def _shown_otherwise(path: Path[Knowing], progress: Progress, known: Knowing, option: Option) -> Outcome:
    """The same question, shown in another way."""
    match option.move:
        case Move.TICK:
            return NextPlace(replace(progress, answers={**progress.answers, **option.value}))
        case Move.CALENDAR:
            return NextPlace(replace(progress, month=_first_month(path, progress, known)))
        case Move.MONTH:
            return NextPlace(replace(progress, month=option.value))
        case Move.WEEKDAY | Move.HEADING:
            return Complaint.NO_DAY_ON_BUTTON
        case _:
            return NextPlace(replace(progress, month=None, doubt=None))


def _first_month(path: Path[Knowing], progress: Progress, known: Knowing) -> int:
    """The month to begin with: of the first suggestion that is a day."""
    question = path.question(progress, known)
    suggestions = question.options(progress.answers, known) if question else ()
    days = [option.day for option in suggestions if option.day is not None]
    latest = month_of(known.today + MOST_AHEAD)
    return min(month_of(days[0]), latest) if days else month_of(known.today)


def _cleared(path: Path[Knowing], progress: Progress, known: Knowing) -> Outcome:
    question = path.question(progress, known)
    if question is None:
        return NextPlace(_at_first_unanswered(path, known, progress))
    left = {field: value for field, value in progress.answers.items() if field != question.field}
    return _after(path, replace(progress, answers=left, month=None, doubt=None), known, question)


def _on_day(path: Path[Knowing], progress: Progress, known: Knowing, day: date) -> Outcome:
    """A day of the calendar was pressed: it has to hold as if it were typed."""
    question = path.question(progress, known)
    value = question.read(progress.answers, known, day.isoformat()) if question else Complaint.NOT_AN_OPTION
    return value if isinstance(value, Complaint | AboutDays) else answered(path, progress, known, value)


def _after(path: Path[Knowing], progress: Progress, known: Knowing, question: Question[Knowing]) -> Outcome:
    """Where to go after a question: on, or back to where it was changed from, or to what has become open again."""
    answers, complaint = path.tidied(progress.answers)
    tidied = replace(progress, answers=answers)
    if progress.returns_to == MORE:
        return NextPlace(replace(tidied, at=MORE, returns_to=""), complaint)
    names = [each.name for each in path.questions(answers, known)]
    place = names.index(question.name) + 1 if question.name in names else len(names)
    if not complaint and not progress.returns_to and place < len(names):
        return NextPlace(replace(tidied, at=names[place]))
    ahead = _at_first_unanswered(path, known, tidied)
    if ahead.at == SUMMARY and path.summary is None:
        return ReadyToSend(ahead)
    return NextPlace(ahead, complaint)


def _at_first_unanswered(path: Path[Knowing], known: Knowing, progress: Progress) -> Progress:
    open_ = _unanswered(path, known, progress)
    if not open_:
        return replace(progress, at=SUMMARY, returns_to="", month=None, doubt=None)
    is_first_time = not progress.returns_to and not progress.answers and not progress.about
    return replace(progress, at=open_[0].name, returns_to="" if is_first_time else SUMMARY, month=None, doubt=None)


def _unanswered(path: Path[Knowing], known: Knowing, progress: Progress) -> list[Question[Knowing]]:
    questions = path.questions(progress.answers, known)
    return [question for question in questions if question.field not in progress.answers]


def _before(place: str) -> str:
    return SUMMARY if place == MORE else ""


def _summary_options(path: Path[Knowing], progress: Progress, known: Knowing) -> list[Option]:
    more = [Option(None, "answer.more", move=Move.MORE)] if path.extras(progress.answers) else []
    changes = [_change(question) for question in path.questions(progress.answers, known)]
    return [Option(None, path.sends, move=Move.SEND), *more, *changes]


def _change(question: Question[Any]) -> Option:
    return Option(question.name, f"change.{question.name}", move=Move.CHANGE)


def _extra_options(path: Path[Knowing], progress: Progress) -> list[Option]:
    extras = [
        Option(
            extra.name,
            f"field.{extra.field}",
            note="answer.filled" if extra.field in progress.answers else "",
            move=Move.CHANGE,
        )
        for extra in path.extras(progress.answers)
    ]
    return [Option(None, "answer.done", move=Move.DONE), *extras]


def _other_ways(question: Question[Any], progress: Progress) -> list[Option]:
    ways = [Option(None, "answer.calendar", move=Move.CALENDAR)] if question.takes_day else []
    if question.may_be_cleared and question.field in progress.answers:
        ways.append(Option(None, "answer.clear", move=Move.CLEAR))
    return ways
