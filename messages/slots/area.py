"""What the bot says of the city's list of areas."""

from enum import StrEnum

from domain.frozen import frozen
from messages.template import template


class AreaNews(StrEnum):
    """What has just happened to the list; worded in the table [area_news] of `labels.toml`."""

    ADDED = "added"
    THERE = "there"
    MAPPED = "mapped"
    REMOVED = "removed"
    FULL = "full"


@frozen
class WrittenName:
    """A name as suppliers write it, and in how many offers."""

    name: str
    times: int


@template("coordinator_areas_listed")
@frozen
class AreasListed:
    """The list.

    Attributes:
        unknown: How many names suppliers have written that belong to none of them.
        news: What has just happened, to the area that is named.
    """

    areas: tuple[str, ...]
    unknown: int
    news: AreaNews | None = None
    named: str = ""


@template("coordinator_area_names")
@frozen
class AreaNamesAsked:
    """The names that belong to no area yet, most used first.

    Attributes:
        is_first: There are no areas yet: whichever name is pressed becomes one.
        more: How many more there are.
    """

    names: tuple[WrittenName, ...]
    is_first: bool
    more: int
    news: AreaNews | None = None
    named: str = ""


@template("coordinator_area_asked")
@frozen
class AreaAsked:
    """Which area does somebody mean who writes that?

    Attributes:
        meant: The area that it belongs to now; empty where it belongs to none.
    """

    written: WrittenName
    meant: str


@template("coordinator_area_shown")
@frozen
class AreaShown:
    """One area, and how suppliers write it otherwise."""

    name: str
    also: tuple[WrittenName, ...]


@template("coordinator_area_removal_asked")
@frozen
class AreaRemovalAsked:
    """Is it to be taken off the list?"""

    name: str
