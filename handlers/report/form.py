"""The form: its steps, what is filled in, and what can be wrong with an answer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter, ValidationError

from domain.slot import Offer, SlotKind, Trade
from domain.working_hours import WorkingHours

FORM_VERSION = 1
"""Grows when the questions change, so that a form begun before is read with care."""


class Step(StrEnum):
    """Where in the form somebody is."""

    KIND = "kind"
    TRADE = "trade"
    PLACES = "places"
    AREA = "area"
    START = "start"
    END = "end"
    SUMMARY = "summary"


QUESTIONS = (Step.KIND, Step.TRADE, Step.PLACES, Step.AREA, Step.START, Step.END)


class Complaint(StrEnum):
    """What was wrong with an answer; `messages` words it and says what to do instead."""

    NOT_AN_OPTION = "not_an_option"
    COUNT_NOT_A_NUMBER = "count_not_a_number"
    COUNT_TOO_SMALL = "count_too_small"
    COUNT_TOO_LARGE = "count_too_large"
    AREA_TOO_LONG = "area_too_long"
    AREA_WITHOUT_LETTERS = "area_without_letters"
    AREA_WITH_CONTACT = "area_with_contact"
    DAY_NOT_UNDERSTOOD = "day_not_understood"
    DAY_IN_PAST = "day_in_past"
    DAY_TOO_FAR = "day_too_far"
    END_BEFORE_START = "end_before_start"
    END_TOO_FAR = "end_too_far"


class Undecided(StrEnum):
    """The answer of somebody who does not know the end yet."""

    OPEN = "open"


@dataclass(frozen=True)
class Known:
    """What is known before anything is asked.

    Attributes:
        today: The day in the city.
        hours: Which days are working days.
        trade: The supplier's usual trade.
        areas: Areas that the supplier has named before, latest first.
    """

    today: date
    hours: WorkingHours
    trade: Trade | None = None
    areas: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """A form as far as it is filled in."""

    step: Step = Step.KIND
    is_changing: bool = False
    """One row of the summary is being changed; its answer leads back to the summary."""
    kind: SlotKind | None = None
    trade: Trade | None = None
    places: int | None = None
    area: str | None = None
    starts_on: date | None = None
    ends_on: date | Undecided | None = None

    def offer(self) -> Offer | None:
        """What is offered; None while a question is unanswered."""
        answers = (self.kind, self.trade, self.places, self.area, self.starts_on, self.ends_on)
        if any(answer is None for answer in answers):
            return None
        kind, trade, places, area, starts_on, ends_on = answers
        return Offer(kind, trade, places, area, starts_on, ends_on if isinstance(ends_on, date) else None)  # type: ignore[arg-type]  # none is None here


@dataclass(frozen=True)
class Option:
    """One of the choices of a question.

    Attributes:
        value: The answer that it gives.
        label: How it is named in `labels.toml`; empty where its text is its own.
        day: The day that the name mentions.
        text: A text of its own, such as an area.
    """

    value: Any
    label: str = ""
    day: date | None = None
    text: str = ""


FIELDS = {
    Step.KIND: "kind",
    Step.TRADE: "trade",
    Step.PLACES: "places",
    Step.AREA: "area",
    Step.START: "starts_on",
    Step.END: "ends_on",
}
"""Which field each question fills in."""

_REPORT = TypeAdapter(Report)


def kept(report: Report) -> dict[str, Any]:
    """The form as plain data."""
    return dict(_REPORT.dump_python(report, mode="json"))


def restored(data: dict[str, Any], version: int) -> Report:
    """The form that was kept. One from other questions than today's begins anew rather than half understood."""
    try:
        return _REPORT.validate_python(data) if version == FORM_VERSION else Report()
    except ValidationError:
        return Report()
