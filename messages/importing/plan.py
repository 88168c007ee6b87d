"""What the bot says of a plan of procurements that is sent as a file."""

from datetime import date

from domain.contract_sheet import Slip
from domain.frozen import frozen
from domain.plan_sheet import PlanColumn
from domain.slot import Trade
from messages.importing.change import PlanChangeLine
from messages.importing.importing import Note
from messages.template import template


@frozen
class PlanMistakeLine:
    """What is wrong in a row.

    Attributes:
        about: The row that it does not agree with; empty where it is wrong by itself.
    """

    row: int
    column: PlanColumn
    slip: Slip
    about: str = ""

    @property
    def heading(self) -> str:
        """How its column is named, by its key in `labels.toml`."""
        return f"plan_column.{self.column}"


@frozen
class PlannedLine:
    """A procurement that would be new, with what a reader can see a slip by."""

    title: str
    trade: Trade | None
    value: int | None
    planned_on: date | None
    months: int | None


@frozen
class PlanChangedLine:
    """A procurement that would be otherwise."""

    title: str
    changes: tuple[PlanChangeLine, ...]


@template("coordinator_plan_previewed")
@frozen
class PlanPreviewed:
    """What taking the plan in would do. Nothing is kept yet.

    Attributes:
        away: Titles of the first of those that somebody has put away, and that stay so.
        wrong: In how many rows something is wrong.
        mistakes: The first of what is wrong.
        unused: Headings that say nothing to the bot.
        notes: How the file was read.
        new_ones: The first of the new procurements.
        changed_ones: The first of the changed ones, with what would be otherwise.
        has_changed: Something is otherwise than when it was shown before.
    """

    file: str
    new: int
    changed: int
    unchanged: int
    away: tuple[str, ...]
    more_away: int
    wrong: int
    mistakes: tuple[PlanMistakeLine, ...]
    more_mistakes: int
    unused: tuple[str, ...]
    notes: tuple[Note, ...]
    new_ones: tuple[PlannedLine, ...]
    more_new: int
    changed_ones: tuple[PlanChangedLine, ...]
    more_changed: int
    has_changed: bool = False


@template("coordinator_plan_refused")
@frozen
class PlanRefused:
    """A plan from which nothing can be taken in.

    Attributes:
        is_too_long: It has more rows than are read; else it has none.
    """

    file: str
    is_too_long: bool


@template("coordinator_plan_columns_doubled")
@frozen
class PlanColumnsDoubled:
    """A plan in which a column is there more than once.

    Attributes:
        row: Where the headings stand.
        tab: On which tab; a text has none.
    """

    file: str
    doubled: tuple[PlanColumn, ...]
    row: int
    tab: str


@template("coordinator_plan_mistakes")
@frozen
class PlanMistakes:
    """All that is wrong; it is attached as a sheet."""

    file: str
    mistakes: tuple[PlanMistakeLine, ...]


@template("coordinator_plan_done")
@frozen
class PlanDone:
    """The plan has been taken in."""

    new: int
    changed: int
    wrong: int
