"""Through every form on every path: the number of a step grows by one, and how many there are never changes once told.

Each form's questions are walked as they are, with what they would know made up by its types.
"""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from enum import EnumType
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from domain.working_hours import WorkingHours
from handlers.form import steps
from handlers.form.complaint import AboutDays, Complaint
from handlers.form.form import FORMS, AnyForm, ByAnswers
from handlers.form.path import NextPlace, Outcome, ReadyToSend
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Filled, Known, Move
from handlers.registry import BUTTONS
from tests.domain.hours import HOURS, at
from tests.each import each

TODAY = date(2026, 11, 23)
TYPED = ("Något eget", "Nytt Bolag AB", "om två veckor", "2027-11-24", "2026-11-28", "2", "10", "10–11.30", "45 min")
STAYS = {Move.CALENDAR, Move.MONTH, Move.SUGGESTIONS, Move.HEADING, Move.WEEKDAY, Move.CHANGE, Move.MORE, Move.TICK}


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


def outcomes(form: AnyForm[Any], progress: Progress, known: Known) -> Iterator[tuple[Outcome, bool]]:
    """What comes of each choice and of some texts; and whether it answers more than its question."""
    for index, option in enumerate(steps.options(form, progress, known)):
        if option.move not in STAYS:
            yield steps.chosen(form, progress, known, index), option.move is Move.FILL
    for text in TYPED:
        value = steps.read(form, progress, known, text)
        if isinstance(value, Filled):
            yield steps.filled(form, progress, known, value), True
        elif not isinstance(value, Complaint | AboutDays):
            yield steps.answered(form, progress, known, value), False


def known_of(form: AnyForm[Any]) -> Any:
    """Something of the type that the form looks up, made up."""
    known: Any = form.known  # type: ignore[attr-defined]  # each sort of form has one
    look_up: Callable[..., Any] = known.look_up if isinstance(known, ByAnswers) else known
    return made_up(get_type_hints(look_up)["return"])


def made_up(kind: Any) -> Any:
    """A value of that type."""
    usual: dict[Any, Any] = {
        date: TODAY,
        datetime: at("2026-11-23T08:30"),
        WorkingHours: HOURS,
        int: 7,
        str: "Exempel",
        bool: True,
        type(None): None,
        Any: None,
    }
    if kind in usual:
        return usual[kind]
    if get_origin(kind) is tuple:
        parts = [part for part in get_args(kind) if part is not Ellipsis]
        return (made_up(parts[0]),) if Ellipsis in get_args(kind) else tuple(map(made_up, parts))
    if get_origin(kind) is UnionType or type(None) in get_args(kind):
        return made_up(get_args(kind)[0])
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        needed = {each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING}
        wanted = needed | {"colleagues", "candidates", "contracts", "companies", "name", "now"} & hints.keys()
        make: Callable[..., Any] = kind
        return make(**{name: made_up(hints[name]) for name in wanted})
    return next(iter(list[Any](kind))) if isinstance(kind, EnumType) else None
