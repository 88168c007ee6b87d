"""What the bot says of files that are imported."""

from domain.contract import Cadence
from domain.contract_sheet import Column, NoteKind, Refusal, Slip
from domain.frozen import frozen
from messages.importing.change import ChangedLine, ChangedRow, NewLine, NewRow
from messages.template import template


@template("coordinator_import_explained")
@frozen
class ImportExplained:
    """How contracts come in; the sheet to fill in is attached."""


@template("coordinator_import_refused")
@frozen
class ImportRefused:
    """A file that can't be read at all.

    Attributes:
        is_in_terminal: As in ImportPreviewed; the way to the template is another there.
    """

    file: str
    refusal: Refusal
    is_in_terminal: bool = False


@frozen
class HeadingGuess:
    """A heading, and the column that it may well mean."""

    heading: str
    column: Column


@template("coordinator_columns_wrong")
@frozen
class ColumnsWrong:
    """Columns that have to be there are not, or are there twice.

    Attributes:
        seen: The headings that were found, as they are written.
        guesses: Which of them may be a column that is missing.
        row: Where they stand.
        tab: On which tab; a text has none.
        is_in_terminal: As in ImportPreviewed; the way to the template is another there.
        may_be_plan: It may be a plan of procurements, too.
    """

    file: str
    missing: tuple[Column, ...]
    doubled: tuple[Column, ...]
    seen: tuple[str, ...] = ()
    guesses: tuple[HeadingGuess, ...] = ()
    row: int = 1
    tab: str = ""
    is_in_terminal: bool = False
    may_be_plan: bool = False


@frozen
class MistakeLine:
    """What is wrong in a row.

    Attributes:
        about: What it does not agree with; empty where it is wrong by itself.
    """

    row: int
    column: Column
    slip: Slip
    about: str = ""

    @property
    def heading(self) -> str:
        """How its column is named, by its key in `labels.toml`."""
        return f"column.{self.column}"


@frozen
class Note:
    """Something to be said of how the file was read.

    Attributes:
        text: Which tabs, rows or columns it is about.
    """

    kind: NoteKind
    text: str = ""


@template("coordinator_import_previewed")
@frozen
class ImportPreviewed:
    """What taking the file in would do. Nothing is kept yet.

    Attributes:
        wrong: How many contracts have a mistake.
        mistakes: The first ones.
        duties: How many obligations fall due from today on.
        running: How many contracts run already and had something due before.
        duties_from_today: How many obligations there are where those begin again from today.
        weeks: Over how many weeks they would.
        unused: Headings that say nothing to the bot.
        has_changed: Something is otherwise than when it was shown before.
        new_ones: The first of the new contracts.
        more_new: How many there are besides.
        changed_ones: The first of the changed contracts, with what would be otherwise.
        more_changed: How many there are besides.
        sharing: How many of the new contracts share their number with another supplier's.
        other_cadence: What the file says of how often contracts are followed up, where that takes no effect yet.
        counts_otherwise: Whether it says of some that they count otherwise than in places that have begun.
        notes: How the file was read.
        is_in_terminal: Whoever reads it has typed `steget import`, and what they choose by is no button.
    """

    file: str
    new: int
    changed: int
    unchanged: int
    wrong: int
    mistakes: tuple[MistakeLine, ...]
    more_mistakes: int
    duties: int
    running: int
    duties_from_today: int
    weeks: int
    unused: tuple[str, ...]
    has_changed: bool
    notes: tuple[Note, ...] = ()
    new_ones: tuple[NewLine, ...] = ()
    more_new: int = 0
    changed_ones: tuple[ChangedLine, ...] = ()
    more_changed: int = 0
    sharing: int = 0
    other_cadence: Cadence | None = None
    counts_otherwise: bool = False
    is_in_terminal: bool = False


@template("coordinator_import_mistakes")
@frozen
class ImportMistakes:
    """All that is wrong; it is attached as a sheet."""

    file: str
    mistakes: tuple[MistakeLine, ...]


@template("coordinator_import_changes")
@frozen
class ImportChanges:
    """All that the file would bring and change; it is attached as a sheet."""

    file: str
    new_ones: tuple[NewRow, ...]
    changed_ones: tuple[ChangedRow, ...]


@template("coordinator_import_being_taken_in")
@frozen
class ImportBeingTakenIn:
    """The file is being taken in, since its sender has said yes; said at once."""

    file: str


@template("coordinator_import_done")
@frozen
class ImportDone:
    """The file has been taken in.

    Attributes:
        awaited: How many contacts are not in Steget yet.
    """

    new: int
    changed: int
    duties: int
    wrong: int
    awaited: int = 0


@template("coordinator_import_put_away")
@frozen
class ImportPutAway:
    """Nothing of the file was taken in."""

    file: str


@template("coordinator_import_gone")
@frozen
class ImportGone:
    """The file has been dealt with, or was too old."""

    file: str
