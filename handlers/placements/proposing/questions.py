"""What is asked of whoever proposes somebody: days and an extent, none of which says anything of a person."""

from collections.abc import Callable, Sequence
from dataclasses import field
from datetime import date, timedelta

from domain.frozen import frozen
from domain.length import end_after_months, end_after_weeks
from domain.slot import SlotKind
from handlers.form.complaint import Wrong
from handlers.form.question import Answers, Option, Question, coming_day, given
from handlers.form.typed import typed_day, typed_end
from handlers.slots.about_slot import AboutSlot

OPEN_END = ""
"""The answer of whoever proposes somebody for good."""

WITHOUT_END = (SlotKind.EMPLOYMENT, SlotKind.MENTOR)
"""These can go on without a last day."""

LONGEST_INTERNSHIP = 6
"""Months: where Arbetsförmedlingen decides on an internship, it is no longer."""

MONDAYS = 3
EXTENTS = (100, 75, 50, 25)
WEEK = timedelta(days=7)


@frozen
class ProposalSoFar:
    """What is answered so far."""

    starts_on: date | None = None
    ends_on: date | None = None
    extent: int | None = None


def so_far(answers: Answers) -> ProposalSoFar:
    """The answers, with an open end as none."""
    return given({name: value for name, value in answers.items() if value != OPEN_END}, ProposalSoFar)


@frozen(kw_only=True)
class AboutDays(AboutSlot):
    """What is known before days are asked for.

    Attributes:
        usual: Days that are offered first, each with how its button names it.
    """

    usual: tuple[tuple[date, str], ...] = field(default_factory=tuple)


def days(_answers: Answers, known: AboutDays) -> Sequence[Option]:
    """The usual days, as far as they are to come, and the next Mondays; each once."""
    monday = known.today + timedelta(days=7 - known.today.weekday())
    named = [*known.usual, *((monday + WEEK * ahead, "start.monday") for ahead in range(MONDAYS))]
    seen: dict[date, Option] = {}
    for day, name in named:
        if day >= known.today:
            seen.setdefault(day, Option(day.isoformat(), name, day=day))
    return list(seen.values())


def ends(answers: Answers, known: AboutDays) -> Sequence[Option]:
    """The offer's own end, usual lengths, each once, and for an employment none."""
    start = so_far(answers).starts_on or known.today
    slot = known.slot
    offered = [(slot.ends_on, "proposed_end.offered")] if slot and slot.ends_on and slot.ends_on > start else []
    lengths = [
        *((end_after_weeks(start, weeks), f"end.weeks_{weeks}") for weeks in (4, 8)),
        (end_after_months(start, 3), "proposed_end.months_3"),
        (end_after_months(start, LONGEST_INTERNSHIP), "proposed_end.months_6"),
    ]
    no_end = [Option(OPEN_END, "proposed_end.open")] if slot and slot.kind in WITHOUT_END else []
    seen: dict[date, Option] = {}
    for end, name in (*offered, *lengths):
        seen.setdefault(end, Option(end.isoformat(), name, day=end))
    return [*seen.values(), *no_end]


def _extents(_answers: Answers, _known: AboutDays) -> Sequence[Option]:
    return [Option(extent, f"extent.{extent}") for extent in EXTENTS]


def _typed_last_day(answers: Answers, known: AboutDays, text: str) -> str | Wrong:
    return _READ_END(answers, known, text)


_READ_END: Callable[[Answers, AboutDays, str], str | Wrong] = typed_end("starts_on", OPEN_END)


def _usual_end(answers: Answers, known: AboutDays) -> date:
    """A last day, as an example of how one is written: four weeks after the first."""
    return end_after_weeks(so_far(answers).starts_on or known.today, 4)


START = Question[AboutDays]("proposed_start", "starts_on", days, typed_day, takes_day=True, example=coming_day)
END = Question[AboutDays]("proposed_end", "ends_on", ends, _typed_last_day, takes_day=True, example=_usual_end)
EXTENT = Question[AboutDays]("proposed_extent", "extent", _extents, in_a_row=2)
AGREED_DAY = Question[AboutDays]("agreed_day", "starts_on", days, typed_day, takes_day=True, example=coming_day)


def questions(_answers: Answers, known: AboutDays) -> Sequence[Question[AboutDays]]:
    """All that is asked; how much a mentor is there says the offer."""
    is_mentor = known.slot is not None and known.slot.kind is SlotKind.MENTOR
    return (START, END) if is_mentor else (START, END, EXTENT)


def tidied(answers: Answers) -> tuple[dict[str, object], str]:
    """The answers without an end that would come before the start."""
    told = so_far(answers)
    is_before = told.starts_on is not None and told.ends_on is not None and told.ends_on <= told.starts_on
    left = {name: value for name, value in answers.items() if not (is_before and name == END.field)}
    return left, "end_before_start" if is_before else ""


def is_long_internship(kind: SlotKind, told: ProposalSoFar) -> bool:
    """Whether it is longer than an internship can be where Arbetsförmedlingen decides on it."""
    if kind is not SlotKind.INTERNSHIP or told.starts_on is None or told.ends_on is None:
        return False
    return told.ends_on > end_after_months(told.starts_on, LONGEST_INTERNSHIP)
