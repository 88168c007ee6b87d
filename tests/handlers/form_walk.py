"""A walk through a form as it is, with what it would know made up by the types that it names."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import EnumType
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from domain.working_hours import WorkingHours
from handlers.form import steps
from handlers.form.complaint import AboutDays, Complaint
from handlers.form.form import AnyForm, ByAnswers
from handlers.form.path import NextPlace, Outcome
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Filled, Known, Move, Question
from tests.domain.hours import HOURS, at

TODAY = date(2026, 11, 23)
TYPED = ("Något eget", "Nytt Bolag AB", "om två veckor", "2027-11-24", "2026-11-28", "2", "10", "10–11.30", "45 min")
STAYS = {Move.CALENDAR, Move.MONTH, Move.SUGGESTIONS, Move.HEADING, Move.WEEKDAY, Move.CHANGE, Move.MORE, Move.TICK}


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
    if get_origin(kind) is Mapping:
        key, value = get_args(kind)
        return {made_up(key): made_up(value)}
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


def asked_in(form: AnyForm[Any]) -> Iterator[tuple[Question[Any], Progress]]:
    """Every question on any way through the form, and every one that may be answered, with what was answered before."""
    known, seen = known_of(form), set()
    waiting = [steps.begun(form, known, Progress(SUMMARY))]
    while waiting:
        progress = waiting.pop()
        here = (progress.at, *sorted(progress.answers))
        if here in seen:
            continue
        seen.add(here)
        asked = (*form.questions(progress.answers, known), *form.extras(progress.answers))
        yield from ((question, progress) for question in asked)
        if progress.at != SUMMARY:
            further = [outcome for outcome, _ in outcomes(form, progress, known) if isinstance(outcome, NextPlace)]
            waiting += [outcome.progress for outcome in further]
