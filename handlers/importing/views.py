"""What is shown of a file: what it would do, with the ways on."""

from domain.contract_sheet import Refusal
from handlers.handling.choices import Choice, numbered
from handlers.importing.headings import Headings
from handlers.importing.listed import Mistake
from handlers.importing.looking import Finding, Forecast
from messages.button import data
from messages.importing import importing
from messages.importing.importing import HeadingGuess, MistakeLine
from messages.label import Label
from messages.message import Message, Rows

TAKE_IN, CANCEL, MISTAKES = "ik", "ix", "iw"
ONLY_COMING, FROM_TODAY = 0, 1
MOST_SHOWN = 5
MOST_SEEN_SHOWN = 30


def preview(file_id: int, name: str, looked: Finding, *, has_changed: bool = False) -> Message:
    """What would happen, or why nothing can."""
    match looked:
        case Refusal():
            return Message(importing.ImportRefused(name, looked))
        case Headings():
            return Message(_columns_wrong(name, looked))
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
        notes=looked.sheet.notes,
    )


def _columns_wrong(name: str, looked: Headings) -> importing.ColumnsWrong:
    guesses = tuple(HeadingGuess(heading, column) for heading, column in looked.guesses)
    return importing.ColumnsWrong(
        name, looked.missing, looked.doubled, looked.seen[:MOST_SEEN_SHOWN], guesses, looked.number, looked.tab
    )


def line(mistake: Mistake) -> MistakeLine:
    """A mistake, to be worded."""
    return MistakeLine(mistake.row, mistake.column, mistake.slip)


def _buttons(file_id: int, looked: Forecast) -> Rows:
    choices = _ways_in(file_id, looked) if looked.comparison.is_of_use else []
    if len(looked.comparison.mistakes) > MOST_SHOWN:
        choices.append((Label("import.mistakes"), data(MISTAKES, file_id)))
    if choices:
        choices.append((Label("import.cancel"), data(CANCEL, file_id)))
    return numbered(choices)


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
