"""What fits: wishes beside an offer, and offers beside a wish, with the reasons. Of these messages no word is kept."""

from domain.fit import Rank
from domain.fit_reason import FitReason
from domain.frozen import frozen
from domain.reference import Noun, Reference
from domain.wish import Adaptation
from messages.slots.facts import SlotFacts
from messages.template import template
from messages.unkept import Unkept
from messages.wishes.facts import WishFacts


@frozen
class FitTold:
    """How one offer fits one wish.

    Attributes:
        speaks_for: What fits, the weightiest first.
        speaks_against: What does not.
        to_ask: What nobody has said.
        missing: What the workplace has to be like and can't, as far as is known.
    """

    rank: Rank
    speaks_for: tuple[FitReason, ...]
    speaks_against: tuple[FitReason, ...]
    to_ask: tuple[FitReason, ...]
    missing: tuple[Adaptation, ...]


@frozen
class FittingWish:
    """One of the reader's wishes that an offer may be something for."""

    wish: WishFacts
    fit: FitTold


@frozen
class FittingOffer:
    """One offer that may be something for a wish."""

    slot: SlotFacts
    fit: FitTold


@template("matcher_fitting_wishes_named")
@frozen
class FittingWishesNamed(Unkept):
    """What is kept of them; its own words are for when none of them is there any more."""

    slot_id: int
    wish_ids: tuple[int, ...]

    @property
    def tells_of(self) -> tuple[Reference, ...]:
        """The wishes."""
        return tuple(Reference(Noun.WISH, wish_id) for wish_id in self.wish_ids)


@template("matcher_fitting_wishes", is_kept=False)
@frozen
class FittingWishes:
    """The reader's wishes that an offer may be something for, best first."""

    slot: SlotFacts
    wishes: tuple[FittingWish, ...]


@template("matcher_nothing_fits")
@frozen
class NoWishFits:
    """None of the reader's wishes fits the offer now."""

    slot: SlotFacts


@template("matcher_fitting_offers_named")
@frozen
class FittingOffersNamed(Unkept):
    """What is kept of them; its own words are for a wish that is no more."""

    wish_id: int
    slot_ids: tuple[int, ...]

    @property
    def tells_of(self) -> tuple[Reference, ...]:
        """The wish."""
        return (Reference(Noun.WISH, self.wish_id),)


@template("matcher_fitting_offers", is_kept=False)
@frozen
class FittingOffers:
    """The offers that may be something for a wish, best first; where there are none, what can be done."""

    wish: WishFacts
    offers: tuple[FittingOffer, ...]
