"""What is shown of a plan: what it would do, with the ways on."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.contract_sheet import Refusal
from domain.plan_sheet import PlanColumn
from handlers.handling.choices import Choice, numbered
from handlers.importing.codes import CANCEL, ONLY_COMING, PLAN_MISTAKES, TAKE_IN
from handlers.importing.headings import Headings
from handlers.importing.plan.comparing import ChangedProcurement, NewProcurement
from handlers.importing.plan.listed import PlanMistake
from handlers.importing.plan.looking import PlanForecast
from messages.button import data
from messages.importing.change import NOTHING_SET, PlanChangeLine
from messages.importing.plan import (
    PlanChangedLine,
    PlanColumnsDoubled,
    PlanMistakeLine,
    PlannedLine,
    PlanPreviewed,
    PlanRefused,
)
from messages.label import Label
from messages.message import Message, Rows

MOST_SHOWN = 5
MOST_LISTED = 10
"""New procurements that are named, and changed ones."""


def preview(file_id: int, name: str, looked: PlanForecast, *, has_changed: bool = False) -> Message:
    """What would happen."""
    comparison = looked.comparison
    said = PlanPreviewed(
        file=name,
        new=len(comparison.new),
        changed=len(comparison.changed),
        unchanged=comparison.unchanged,
        away=comparison.away[:MOST_LISTED],
        more_away=max(0, len(comparison.away) - MOST_LISTED),
        wrong=comparison.wrong,
        mistakes=tuple(map(line, comparison.mistakes[:MOST_SHOWN])),
        more_mistakes=max(0, len(comparison.mistakes) - MOST_SHOWN),
        unused=looked.sheet.unused,
        notes=looked.sheet.notes,
        new_ones=tuple(map(_new_line, comparison.new[:MOST_LISTED])),
        more_new=max(0, len(comparison.new) - MOST_LISTED),
        changed_ones=tuple(map(_changed_line, comparison.changed[:MOST_LISTED])),
        more_changed=max(0, len(comparison.changed) - MOST_LISTED),
        has_changed=has_changed,
    )
    return Message(said, _buttons(file_id, looked))


def unfit(name: str, why: Headings[PlanColumn] | Refusal) -> PlanColumnsDoubled | PlanRefused:
    """Why nothing can be read in it."""
    if isinstance(why, Refusal):
        return PlanRefused(name, is_too_long=why is Refusal.TOO_MANY_ROWS)
    return PlanColumnsDoubled(name, why.doubled, why.number, why.tab)


def line(mistake: PlanMistake) -> PlanMistakeLine:
    """A mistake, to be worded."""
    return PlanMistakeLine(mistake.row, mistake.column, mistake.slip, mistake.about)


def _new_line(new: NewProcurement) -> PlannedLine:
    facts = new.facts
    return PlannedLine(facts.title, facts.trade, facts.value, facts.planned_on, facts.months)


def _changed_line(changed: ChangedProcurement) -> PlanChangedLine:
    return PlanChangedLine(changed.before.title, tuple(_changes(changed)))


def _changes(changed: ChangedProcurement) -> Iterator[PlanChangeLine]:
    for column in changed.columns:
        before, after = getattr(changed.before, column), getattr(changed.after, column)
        yield PlanChangeLine(column, _written(before), _written(after))


def _written(value: Any) -> str:
    """As messages take it: codes and days as they are kept."""
    match value:
        case None:
            return ""
        case tuple():
            return " ".join(value) or NOTHING_SET
        case date():
            return value.isoformat()
    return str(value)


def _buttons(file_id: int, looked: PlanForecast) -> Rows:
    comparison = looked.comparison
    choices: list[Choice] = []
    if comparison.is_of_use:
        number = str(len(comparison.new) + len(comparison.changed))
        label = Label("planned.right" if comparison.wrong else "planned.all", text=number)
        choices.append((label, data(TAKE_IN, file_id, ONLY_COMING, looked.mark)))
    if len(comparison.mistakes) > MOST_SHOWN:
        choices.append((Label("import.mistakes"), data(PLAN_MISTAKES, file_id)))
    if choices:
        choices.append((Label("import.cancel"), data(CANCEL, file_id)))
    return numbered(choices)
