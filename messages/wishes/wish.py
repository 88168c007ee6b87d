"""What matchers read of wishes. The outbox keeps by which numbers to look them up, and none of the words."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.reference import Noun, Reference
from domain.slot import SlotKind, Trade
from messages.template import template
from messages.unkept import Unkept
from messages.wishes.facts import WishedFacts, WishFacts, WishMatches


class WishNews(StrEnum):
    """What has just happened to the wish whose card is shown."""

    NONE = "none"
    REGISTERED = "registered"
    CHANGED = "changed"
    PLACED = "placed"
    LOOKING = "looking"
    KEPT = "kept"
    TAKEN_OVER = "taken_over"


@template("matcher_wish_checked", is_kept=False)
@frozen
class WishChecked:
    """What is filled in, before it is sent."""

    wished: WishedFacts
    complaint: str


@template("matcher_wish_named")
@frozen
class WishNamed(Unkept):
    """What is kept of a card; its own words are for a wish that is no more."""

    wish_id: int
    reader_id: int
    news: WishNews = WishNews.NONE

    @property
    def tells_of(self) -> tuple[Reference, ...]:
        """The wish."""
        return (Reference(Noun.WISH, self.wish_id),)


@template("matcher_wish_card", is_kept=False)
@frozen
class WishCard:
    """One wish, with everything that is known of it."""

    wish: WishFacts
    news: WishNews
    matches: WishMatches


@template("matcher_wish_doubt_named")
@frozen
class WishDoubtNamed(WishNamed):
    """What is kept of the question whether a wish is to be disposed of."""


@template("matcher_wish_doubted", is_kept=False)
@frozen
class WishDoubted:
    """Is it to be disposed of?

    Attributes:
        is_needed: Something is still to be asked about a placement: the code stays until then.
    """

    wish: WishFacts
    is_needed: bool


@template("matcher_wish_untouched_named")
@frozen
class WishUntouchedNamed(WishNamed):
    """What is kept of the question whether somebody still looks."""


@template("matcher_wish_untouched", is_kept=False)
@frozen
class WishUntouched:
    """Nobody has touched a wish for long: does somebody still look?"""

    wish: WishFacts
    disposed_on: date


@template("matcher_wishes_named")
@frozen
class WishesNamed(Unkept):
    """What is kept of a page of the list.

    Attributes:
        reader_id: Whose list it is.
        wish_ids: What stands on the page, in order.
        number: Which page, from 1.
        pages: How many there are.
    """

    reader_id: int
    wish_ids: tuple[int, ...]
    number: int
    pages: int

    @property
    def tells_of(self) -> tuple[Reference, ...]:
        """The wishes on the page."""
        return tuple(Reference(Noun.WISH, each) for each in self.wish_ids)


@template("matcher_wishes_listed", is_kept=False)
@frozen
class WishesListed:
    """A page of the list; None stands for one that is no more."""

    wishes: tuple[WishFacts | None, ...]
    number: int
    pages: int


@template("matcher_wishes_none")
@frozen
class NoWishes:
    """There is none yet."""


@template("matcher_wish_gone")
@frozen
class WishGone:
    """Stands where a wish was shown that was disposed of."""


@template("matcher_wish_left")
@frozen
class WishLeft:
    """A matcher has said that somebody has left the programme.

    Attributes:
        is_kept_for_now: A placement is still to be asked about: it is hidden, and disposed of after that.
    """

    is_kept_for_now: bool


@template("matcher_wish_taken_over")
@frozen
class WishTakenOver:
    """A colleague has taken over one of the reader's wishes; which one isn't said."""

    colleague: str


@frozen
class WishCounted:
    """How many look for a place of a kind in a trade."""

    kind: SlotKind
    trade: Trade
    number: int


@template("coordinator_wishes_counted")
@frozen
class WishesCounted:
    """What is looked for, where there are enough of a sort to point at nobody."""

    counts: tuple[WishCounted, ...]
    shown_from: int
    registry_number: str
