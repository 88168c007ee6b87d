"""What is shown of a file: what it would do, with the ways on."""

from collections import Counter
from collections.abc import Sequence

from domain.contract import Cadence, Counting, CountsFrom
from domain.contract_sheet import Column, Refusal
from handlers.handling.choices import Choice, numbered
from handlers.importing.changes import Change
from handlers.importing.codes import AHEAD, CANCEL, CHANGES, FROM_TODAY, MISTAKES, ONLY_COMING, TAKE_IN
from handlers.importing.company_number import is_foreign
from handlers.importing.comparing import Changed, Comparison, NewContract
from handlers.importing.either import EitherList, UnfitPlan
from handlers.importing.headings import Headings
from handlers.importing.listed import Mistake
from handlers.importing.looking import Finding, Forecast
from handlers.importing.plan import views as plan_views
from handlers.importing.plan.looking import PlanForecast
from handlers.importing.terms import Terms
from messages.button import data
from messages.importing import importing
from messages.importing.change import ChangedLine, ChangedRow, ChangeLine, NewLine, NewRow
from messages.importing.importing import HeadingGuess, MistakeLine
from messages.label import Label
from messages.message import Message, Rows

MOST_SHOWN = 5
MOST_SEEN_SHOWN = 30
MOST_LISTED = 10
"""New contracts that are named, and changed ones; all of them come as a file."""

MOST_CHANGES_LISTED = 8
"""Of one contract; what is taken away comes first, and so do the contracts from which something is."""

TO_COME = (Cadence.HALF_YEARLY, Cadence.YEARLY)
"""Kept, but not planned by yet."""


def preview(file_id: int, name: str, looked: Finding, *, has_changed: bool = False) -> Message:
    """What would happen, or why nothing can."""
    match looked:
        case Refusal():
            return Message(importing.ImportRefused(name, looked))
        case Headings():
            return Message(_columns_wrong(name, looked))
        case EitherList(headings):
            return Message(_columns_wrong(name, headings, may_be_plan=True))
        case UnfitPlan(why):
            return Message(plan_views.unfit(name, why))
        case PlanForecast():
            return plan_views.preview(file_id, name, looked, has_changed=has_changed)
        case Forecast():
            return Message(previewed(name, looked, has_changed=has_changed), _buttons(file_id, looked))


def previewed(name: str, looked: Forecast, *, has_changed: bool = False) -> importing.ImportPreviewed:
    """What would happen, in numbers."""
    comparison, duties = looked.comparison, looked.duties
    return importing.ImportPreviewed(
        file=name,
        new=len(comparison.new),
        changed=len(comparison.changed),
        unchanged=comparison.unchanged,
        wrong=comparison.wrong,
        mistakes=tuple(map(line, comparison.mistakes[:MOST_SHOWN])),
        more_mistakes=max(0, len(comparison.mistakes) - MOST_SHOWN),
        duties=duties.coming,
        running=duties.running,
        duties_from_today=duties.coming + duties.again,
        weeks=duties.weeks,
        unused=looked.sheet.unused,
        has_changed=has_changed,
        new_ones=tuple(map(_new_line, comparison.new[:MOST_LISTED])),
        more_new=max(0, len(comparison.new) - MOST_LISTED),
        changed_ones=tuple(map(_changed_line, sorted(comparison.changed, key=_takes_nothing_away)[:MOST_LISTED])),
        more_changed=max(0, len(comparison.changed) - MOST_LISTED),
        sharing=_sharing(comparison),
        other_cadence=next((each.cadence for each in _terms(comparison) if each.cadence in TO_COME), None),
        counts_otherwise=any(
            each.counting is Counting.MONTHS or each.counts_from is CountsFrom.OFFERED for each in _terms(comparison)
        ),
        notes=looked.sheet.notes,
    )


def _columns_wrong(name: str, looked: Headings[Column], *, may_be_plan: bool = False) -> importing.ColumnsWrong:
    guesses = tuple(HeadingGuess(heading, column) for heading, column in looked.guesses)
    return importing.ColumnsWrong(
        name,
        looked.missing,
        looked.doubled,
        looked.seen[:MOST_SEEN_SHOWN],
        guesses,
        looked.number,
        looked.tab,
        may_be_plan=may_be_plan,
    )


def line(mistake: Mistake) -> MistakeLine:
    """A mistake, to be worded."""
    return MistakeLine(mistake.row, mistake.column, mistake.slip, mistake.about)


def new_rows(new: Sequence[NewContract]) -> tuple[NewRow, ...]:
    """Contracts that are not here, for the sheet of them."""
    return tuple(NewRow(each.listed.registry_number, each.terms.title, each.listed.company.name) for each in new)


def changed_rows(changed: Sequence[Changed]) -> tuple[ChangedRow, ...]:
    """Contracts that are here otherwise, for the sheet of them, with all that changes in them."""
    return tuple(ChangedRow(each.contract.registry_number, each.supplier.name, _change_lines(each)) for each in changed)


def _new_line(new: NewContract) -> NewLine:
    listed = new.listed
    named = f"{listed.registry_number} {new.terms.title}, {listed.company.name}"
    return NewLine(named, is_foreign(listed.company.organisation_number))


def _changed_line(changed: Changed) -> ChangedLine:
    lines = _change_lines(changed)
    named = f"{changed.contract.registry_number}, {changed.supplier.name}"
    return ChangedLine(named, lines[:MOST_CHANGES_LISTED], max(0, len(lines) - MOST_CHANGES_LISTED))


def _takes_nothing_away(changed: Changed) -> bool:
    return not any(map(_takes_away, changed.changes))


def _takes_away(change: Change) -> bool:
    return bool(change.before) and not change.after


def _change_lines(changed: Changed) -> tuple[ChangeLine, ...]:
    in_order = sorted(changed.changes, key=lambda each: not _takes_away(each))
    return tuple(ChangeLine(each.column, each.before, each.after) for each in in_order)


def _sharing(comparison: Comparison) -> int:
    """How many of the new contracts share their number with another supplier's, here or in the file."""
    under = Counter(each.listed.registry_number for each in comparison.new)
    return sum(1 for each in comparison.new if each.beside or under[each.listed.registry_number] > 1)


def _terms(comparison: Comparison) -> list[Terms]:
    return [*(each.terms for each in comparison.new), *(each.terms for each in comparison.changed)]


def _buttons(file_id: int, looked: Forecast) -> Rows:
    choices = _ways_in(file_id, looked) if looked.comparison.is_of_use else []
    if looked.comparison.new:
        choices.append((Label("import.ahead"), data(AHEAD, file_id, ONLY_COMING)))
    if _are_more_changes(looked.comparison):
        choices.append((Label("import.changes"), data(CHANGES, file_id)))
    if len(looked.comparison.mistakes) > MOST_SHOWN:
        choices.append((Label("import.mistakes"), data(MISTAKES, file_id)))
    if choices:
        choices.append((Label("import.cancel"), data(CANCEL, file_id)))
    return numbered(choices)


def _are_more_changes(comparison: Comparison) -> bool:
    """Whether the message can't name them all."""
    are_many = max(len(comparison.new), len(comparison.changed)) > MOST_LISTED
    return are_many or any(len(each.changes) > MOST_CHANGES_LISTED for each in comparison.changed)


def _ways_in(file_id: int, looked: Forecast) -> list[Choice]:
    """Each says how many obligations it makes; where something is wrong, that only what is right is taken."""
    coming, again = looked.duties.coming, looked.duties.coming + looked.duties.again
    is_whole = not looked.comparison.wrong
    if not looked.duties.running:
        label = Label("import.all" if is_whole else "import.right", text=str(coming))
        return [(label, data(TAKE_IN, file_id, ONLY_COMING, looked.mark))]
    return [
        (
            Label("import.coming" if is_whole else "import.right_coming", text=str(coming)),
            data(TAKE_IN, file_id, ONLY_COMING, looked.mark),
        ),
        (
            Label("import.from_today" if is_whole else "import.right_from_today", text=str(again)),
            data(TAKE_IN, file_id, FROM_TODAY, looked.mark),
        ),
    ]
