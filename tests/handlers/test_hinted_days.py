"""Every day that a question's words give as an example is still to come, and its own form takes it for that day."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from domain.language import Language
from domain.slot import SlotKind
from handlers.contracts.holding import UNTIL
from handlers.form.question import Answers, Known, Question
from handlers.meetings.agreeing_questions import DUE
from handlers.meetings.answering import PROPOSAL
from handlers.meetings.proposing import PROPOSAL as DUE_PROPOSAL
from handlers.meetings.scheduling_questions import DAY
from handlers.meetings.suggesting import SUGGESTION
from handlers.obligations.due_date import DUE_ON
from handlers.people.absence.absent import OWN_RETURN, RETURN
from handlers.procurements.noting_questions import PLANNED_ON
from handlers.slots.report.extras import extras
from handlers.slots.report.questions import END, START, VISIT_DAY
from handlers.slots.waiting.planning_day import DAY as HELD_ON
from handlers.tryouts.questions import BEGUN_ON
from messages import rendering
from messages.form import Asked
from messages.label import FOLDER, wordings
from messages.message import Message
from messages.named_days import named_days
from tests.domain.hours import HOURS as OF_ONE_WINTER
from tests.each import each

WEEK = timedelta(days=7)


class ClosedEachYear:
    """Christmas, New Year, and a city that is closed in July."""

    def __contains__(self, day: object) -> bool:
        """Whether nobody is at work."""
        assert isinstance(day, date)
        return day.month == 7 or (day.month, day.day) in {(12, 24), (12, 25), (12, 26), (12, 31), (1, 1), (1, 6)}


HOURS = replace(OF_ONE_WINTER, days_off=ClosedEachYear())
ANSWER_BY = next(each for each in extras({"kind": SlotKind.INTERNSHIP.value}) if each.name == "answer_by")
BY_THEN = (DUE, DUE_ON, ANSWER_BY)
ASK_FOR_A_DAY: tuple[Question[Any], ...] = (
    START,
    VISIT_DAY,
    END,
    OWN_RETURN,
    RETURN,
    DAY,
    UNTIL,
    HELD_ON,
    BEGUN_ON,
    PLANNED_ON,
    *BY_THEN,
)
NAME_A_DAY = (*ASK_FOR_A_DAY, PROPOSAL, DUE_PROPOSAL, SUGGESTION)


def todays() -> Iterator[date]:
    """Days of five years, with each year's end and the leap day."""
    day = date(2026, 1, 1)
    while day.year < 2031:
        yield day
        day += timedelta(days=1 if (day.month, day.day) > (12, 18) else 5)
    yield date(2028, 2, 28)
    yield date(2028, 2, 29)


def answers_before(question: Question[Any], today: date) -> list[Answers]:
    """What is answered before it: an end depends on a start, which may be far away."""
    if question is not END:
        return [{}]
    return [{"starts_on": (today + timedelta(days=days)).isoformat()} for days in (0, 9, 400, 700)]


def test_each_hinted_day_is_accepted_as_meant_on_any_day(subtests: pytest.Subtests) -> None:
    for question in ASK_FOR_A_DAY:
        for today in todays():
            known = Known(today, HOURS)
            for answers in answers_before(question, today):
                with each(subtests, f"{question.name} on {today}"):
                    check(question, answers, known)


def check(question: Question[Any], answers: Answers, known: Known) -> None:
    assert question.example is not None
    example = question.example(answers, known)
    assert example > known.today
    assert known.hours.is_working_day(example)
    for language in Language:
        words = named_days(language, example)
        for written in (words["numeric"], words["short"], words["weekday"]):
            assert question.read(answers, known, written) == example.isoformat(), written
        if "{week}" in wordings(language)[f"hint.{question.name}"]:
            monday = example + WEEK - timedelta(days=example.weekday())
            meant = monday + timedelta(days=4) if question is DUE else monday
            assert question.read(answers, known, f"v {words['week']}") == meant.isoformat()


def test_words_that_name_a_day_have_one_to_name(subtests: pytest.Subtests) -> None:
    hints = {question.name for question in NAME_A_DAY if question.example is not None}
    for language in Language:
        for key, wording in wordings(language).items():
            table, _, name = key.partition(".")
            if table == "hint" and re.search(r"\{(numeric|short|weekday|week)\}", wording):
                with each(subtests, f"{language}: {key}"):
                    assert name in hints
    for question in NAME_A_DAY:
        with each(subtests, question.name):
            asked = Asked(question.name, 1, 1, "day_not_understood", example=date(2027, 2, 3))
            assert "3/2" in rendering.rendered(Message(asked), Language.SWEDISH).text


def test_no_text_names_a_day_of_its_own(subtests: pytest.Subtests) -> None:
    for language in Language:
        texts = {path.name: path.read_text(encoding="utf-8") for path in (FOLDER / language).glob("*.j2")}
        for name, text in (texts | wordings(language)).items():
            with each(subtests, f"{language}: {name}"):
                assert not re.search(r"\b[0-3]?\d/[01]?\d\b", text)
