"""What the bot says of files that are imported."""

from dataclasses import dataclass

from domain.contract_sheet import Column, Refusal, Slip
from messages.template import template


@template("coordinator_import_explained")
@dataclass(frozen=True)
class ImportExplained:
    """How contracts come in; the sheet to fill in is attached."""


@template("coordinator_import_refused")
@dataclass(frozen=True)
class ImportRefused:
    """A file that can't be read at all."""

    file: str
    refusal: Refusal


@template("coordinator_columns_wrong")
@dataclass(frozen=True)
class ColumnsWrong:
    """Columns that have to be there are not, or are there twice."""

    file: str
    missing: tuple[Column, ...]
    doubled: tuple[Column, ...]


@dataclass(frozen=True)
class MistakeLine:
    """What is wrong in a row."""

    row: int
    column: Column
    slip: Slip


@template("coordinator_import_previewed")
@dataclass(frozen=True)
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
    is_in_terminal: bool = False


@template("coordinator_import_mistakes")
@dataclass(frozen=True)
class ImportMistakes:
    """All that is wrong; it is attached as a sheet."""

    file: str
    mistakes: tuple[MistakeLine, ...]


@template("coordinator_import_being_taken_in")
@dataclass(frozen=True)
class ImportBeingTakenIn:
    """The file is being taken in, since its sender has said yes; said at once."""

    file: str


@template("coordinator_import_done")
@dataclass(frozen=True)
class ImportDone:
    """The file has been taken in."""

    new: int
    changed: int
    duties: int
    wrong: int


@template("coordinator_import_put_away")
@dataclass(frozen=True)
class ImportPutAway:
    """Nothing of the file was taken in."""

    file: str


@template("coordinator_import_gone")
@dataclass(frozen=True)
class ImportGone:
    """The file has been dealt with, or was too old."""

    file: str
