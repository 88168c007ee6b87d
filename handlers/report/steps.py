"""The way through the form, pure: an answer in, the next question or a complaint out."""

from dataclasses import replace
from datetime import date
from typing import Any

from handlers.report.choices import options
from handlers.report.form import FIELDS, QUESTIONS, Complaint, Known, Report, Step
from handlers.report.typed import answer_typed


def asks_for_number(step: Step) -> bool:
    """Whether a bare number is the answer itself, so that its choices carry no numbers of their own."""
    return step is Step.PLACES


def chosen(report: Report, known: Known, index: int) -> Report | Complaint:
    """The form after the choice with that index, from 0."""
    choices = options(report, known)
    if not 0 <= index < len(choices):
        return Complaint.NOT_AN_OPTION
    if report.step is Step.SUMMARY:
        return replace(report, step=choices[index].value, is_changing=True)
    return _answered(report, choices[index].value)


def typed(report: Report, known: Known, text: str) -> Report | Complaint:
    """The form after a typed answer to a question that takes one."""
    answer = answer_typed(report, known, text)
    return answer if isinstance(answer, Complaint) else _answered(report, answer)


def is_send(report: Report, index: int) -> bool:
    """Whether that choice sends the form."""
    return report.step is Step.SUMMARY and index == 0


def back(report: Report) -> Report | None:
    """The form one step earlier; None at the first question, where back means out."""
    if report.is_changing and report.offer() is not None:
        return replace(report, step=Step.SUMMARY, is_changing=False)
    position = len(QUESTIONS) if report.step is Step.SUMMARY else QUESTIONS.index(report.step)
    return replace(report, step=QUESTIONS[position - 1]) if position else None


def position(step: Step) -> int:
    """The question's number, from 1."""
    return QUESTIONS.index(step) + 1


def _answered(report: Report, value: Any) -> Report:
    filled = replace(report, **{FIELDS[report.step]: value})
    if _ends_before_it_starts(filled):
        # The start was moved past the end: only the end has to be asked again.
        return replace(filled, step=Step.END, ends_on=None)
    if report.is_changing or report.step is Step.END:
        return _at_first_unanswered(filled)
    return replace(filled, step=QUESTIONS[QUESTIONS.index(report.step) + 1])


def _at_first_unanswered(report: Report) -> Report:
    unanswered = (step for step in QUESTIONS if getattr(report, FIELDS[step]) is None)
    return replace(report, step=next(unanswered, Step.SUMMARY), is_changing=False)


def _ends_before_it_starts(report: Report) -> bool:
    return isinstance(report.ends_on, date) and report.starts_on is not None and report.ends_on <= report.starts_on
