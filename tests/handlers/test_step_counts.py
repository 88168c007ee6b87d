"""Through every form on every path: the number of a step grows by one, and how many there are never changes once told.

Each form's questions are walked as they are, with what they would know made up by its types.
"""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from handlers.form import steps
from handlers.form.form import FORMS, AnyForm
from handlers.form.path import NextPlace, ReadyToSend
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Known
from handlers.registry import BUTTONS
from tests.each import each
from tests.handlers.form_walk import known_of, outcomes


@dataclass(frozen=True)
class Place:
    """Where a walk is, and what the last question told of it."""

    progress: Progress
    number: int = 0
    total: int = 0


def test_a_step_count_that_is_told_stays_true(subtests: pytest.Subtests) -> None:
    assert BUTTONS  # with every house's routes every form is registered
    for form in FORMS.values():
        with each(subtests, form.name):
            known = known_of(form)
            begun = steps.begun(form, known, Progress(SUMMARY))
            walk(form, known, Place(begun), set())


def test_the_steps_of_each_offer_as_they_are_told() -> None:
    assert {kind: told(kind) for kind in ("1", "3", "5", "6")} == {
        "1": [(1, 0), (2, 6), (3, 6), (4, 6), (5, 6), (6, 6)],
        "3": [(1, 0), (2, 6), (3, 6), (4, 6), (5, 6), (6, 6), (6, 6)],
        "5": [(1, 0), (2, 5), (3, 5), (4, 5), (5, 5)],
        "6": [(1, 0), (2, 5), (3, 5), (4, 5), (5, 5)],
    }


def told(kind: str) -> list[tuple[int, int]]:
    form = FORMS["report"]
    known = replace(known_of(form), contracts=(), last=None)
    progress = steps.begun(form, known, Progress(SUMMARY))
    counts = []
    while progress.at != SUMMARY:
        counts.append(steps.position(form, progress, known))
        answer = {"kind": int(kind) - 1, "employment_form": 1}.get(progress.at, 0)
        outcome = (
            steps.chosen(form, progress, known, answer)
            if steps.options(form, progress, known) and progress.at not in {"area", "area_of_lecture"}
            else steps.answered(form, progress, known, "Centrum")
        )
        assert isinstance(outcome, NextPlace)
        progress = outcome.progress
    return counts


def walk(form: AnyForm[Any], known: Known, place: Place, seen: set[Any]) -> None:
    """Check this place and all that lie behind it."""
    if place.progress.at == SUMMARY:
        assert place.total in {0, place.number}
        return
    number, total = steps.position(form, place.progress, known)
    assert number in {place.number, place.number + 1}, f"{place.progress.at}: {place.number} became {number}"
    assert not place.total or total == place.total, f"{place.progress.at}: {place.total} became {total}"
    names = tuple(question.name for question in form.questions(place.progress.answers, known))
    here = (place.progress.at, names, number, total)
    if here in seen:
        return
    seen.add(here)
    for outcome, answers_more in outcomes(form, place.progress, known):
        if isinstance(outcome, ReadyToSend):
            assert total in {0, number}
        elif isinstance(outcome, NextPlace) and outcome.progress.at == SUMMARY:
            assert answers_more or total in {0, number}
        elif isinstance(outcome, NextPlace) and not outcome.complaint:
            after = steps.position(form, outcome.progress, known)[0] - 1 if answers_more else number
            walk(form, known, Place(replace(outcome.progress, returns_to=""), after, total), seen)
