"""What the bot says of what was tried, and of what came of it."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.tryout import CameOfIt, TryoutSort
from messages.template import template


class TryoutNews(StrEnum):
    """What has just happened to it; worded in [tryout_news] of `labels.toml`."""

    NOTED = "noted"
    CHANGED = "changed"
    REMOVED = "removed"
    PUT_BACK = "put_back"
    MEANWHILE = "meanwhile"


@frozen
class Tried:
    """What was tried.

    Attributes:
        words: As whoever noted it wrote it.
        until: The last day on which it is watched.
        suppliers: With how many.
    """

    sort: TryoutSort
    words: str
    begun_on: date
    until: date
    weeks: int
    suppliers: int


@frozen
class CountedSoFar:
    """What came of it, as far as it is counted.

    Attributes:
        until: The last day that is counted.
        is_over: All days have been.
        days: How many days are counted.
        is_too_little: They are too few for anything to be said.
        is_too_little_before: Too few of them were there before.
    """

    came: CameOfIt
    until: date
    is_over: bool
    days: int
    is_too_little: bool
    is_too_little_before: bool


@frozen
class TryoutLine:
    """One in the list."""

    sort: TryoutSort
    words: str
    begun_on: date
    is_over: bool


@template("everyone_tryouts_listed")
@frozen
class TryoutsListed:
    """A page of them.

    Attributes:
        may_note: The reader may note another.
    """

    lines: tuple[TryoutLine, ...]
    number: int
    pages: int
    may_note: bool


@template("everyone_tryout_shown")
@frozen
class TryoutShown:
    """One of them, with what came of it.

    Attributes:
        counted: None before its first day.
        noted_by: Who has noted it.
    """

    tried: Tried
    counted: CountedSoFar | None
    noted_by: str
    noted_on: date
    news: TryoutNews | None = None


@template("everyone_tryout_over")
@frozen
class TryoutOver:
    """Its time is over: to whoever noted it."""

    tried: Tried
    counted: CountedSoFar


@template("everyone_tryout_removed")
@frozen
class TryoutRemoved:
    """It is not in the list any more."""

    tried: Tried
    news: TryoutNews


@template("everyone_tried_suppliers_listed")
@frozen
class TriedSuppliersListed:
    """A page of those with whom it was tried."""

    tried: Tried
    names: tuple[str, ...]
    number: int
    pages: int


@template("coordinator_tryout_checked")
@frozen
class TryoutChecked:
    """What will be kept.

    Attributes:
        names: Some of the suppliers, by name.
        more: How many more there are.
        is_change: It is right instead of what was noted before.
    """

    tried: Tried
    names: tuple[str, ...]
    more: int
    complaint: str
    is_change: bool = False
