"""No step about a resident has room for words: every form of the houses that they are in is answered from lists.

A placement's days may be typed too: what is no day is refused, and not kept.
"""

import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from handlers.form.complaint import AboutDays, Complaint
from handlers.form.form import FORMS, AnyForm
from handlers.form.question import Question, only_choices
from handlers.registry import BUTTONS
from tests.each import each
from tests.handlers.form_walk import asked_in, known_of

ABOUT_RESIDENTS = ("handlers.wishes.", "handlers.placements.")
NO_RESIDENT_IN_IT = {
    "wishes_on": "the number of the city's decision",
    "answer_with_offer": "what a supplier offers; it has heard of nobody",
}
"""Forms of these houses in which something is typed, and what that is about."""

PLANTED = (
    *("Anna Andersson", "Storgatan 5, Malmö", "070-174 06 35", "anna@example.com", "sjukskriven sedan i våras"),
    *("försörjningsstöd", "19811218-9876", "Kan börja när barnen är på förskolan", "hej", "<b>", "12", "x" * 600),
)


def test_nothing_about_a_resident_can_be_typed(subtests: pytest.Subtests) -> None:
    assert BUTTONS  # with every house's routes every form is registered
    forms = [form for form in FORMS.values() if is_about_resident(form) and form.name not in NO_RESIDENT_IN_IT]
    assert {"wish", "change_wish"} <= {form.name for form in forms}
    for form in forms:
        with each(subtests, form.name):
            known = known_of(form)
            typed = {question.name for question, _ in asked_in(form) if has_room_for_words(question, known)}
            assert typed == set()


def test_no_question_of_these_houses_can_be_typed_whatever_form_asks_it(subtests: pytest.Subtests) -> None:
    excepted = {question.name for name in NO_RESIDENT_IN_IT for question, _ in asked_in(FORMS[name])}
    for module, question in questions_of_houses():
        with each(subtests, f"{module}: {question.name}"):
            assert question.name in excepted or question.takes_day or not can_be_typed(question)


def test_whoever_types_no_day_is_shown_how_one_is_written(subtests: pytest.Subtests) -> None:
    for module, question in questions_of_houses():
        with each(subtests, f"{module}: {question.name}"):
            assert not question.takes_day or question.example is not None


def test_forms_about_wishes_keep_nothing_of_their_questions() -> None:
    wishes = [form for form in FORMS.values() if form.send.__module__.startswith("handlers.wishes.")]
    open_to_all = {form.name for form in wishes if not form.is_private and form.name not in NO_RESIDENT_IN_IT}
    assert open_to_all == set()


def is_about_resident(form: AnyForm[Any]) -> bool:
    return form.send.__module__.startswith(ABOUT_RESIDENTS)


def can_be_typed(question: Question[Any]) -> bool:
    return question.read is not only_choices or question.takes_day or question.takes_number


def has_room_for_words(question: Question[Any], known: Any) -> bool:
    """Whether something is kept of what is typed that is no day."""
    if not question.takes_day:
        return can_be_typed(question)
    read = [question.read({}, known, text) for text in PLANTED]
    return bool(question.message_field) or not all(is_day_or_refused(value) for value in read)


def is_day_or_refused(value: object) -> bool:
    return value is None or isinstance(value, Complaint | AboutDays | date) or bool(date.fromisoformat(str(value)))


def questions_of_houses() -> Iterator[tuple[str, Question[Any]]]:
    """Every question that stands in one of their modules, by itself or under a name."""
    for name, module in sorted(sys.modules.items()):
        if name.startswith(ABOUT_RESIDENTS):
            yield from ((name, value) for value in vars(module).values() if isinstance(value, Question))
