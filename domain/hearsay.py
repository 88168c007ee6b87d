"""What staff heard a supplier say outside Steget: it counts as if said here, until somebody there says it isn't so.

counts ──agree──▶ agreed          (somebody at the supplier says that it is so)
counts ──object──▶ objected       (somebody there says that it isn't: it counts no more)
counts ──take back──▶ taken back  (whoever wrote it down does)
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.life import Life, Transition
from domain.reference import Noun


class HeardBy(StrEnum):
    """How it reached the city."""

    PHONE = "phone"
    MAIL = "mail"
    MEETING = "meeting"


class Said(StrEnum):
    """What a supplier can have said."""

    OFFER = "offer"
    NOTHING = "nothing"
    DONE = "done"
    TIME = "time"
    """A time that would suit for a meeting."""
    BEGUN = "begun"
    NOT_BEGUN = "not_begun"
    COMING = "coming"
    NOT_COMING = "not_coming"
    HOLDS = "holds"
    """What was written down of a meeting is right."""
    WITHDRAWN = "withdrawn"
    """An offer is taken back."""
    WANTS_TO_MEET = "wants_to_meet"
    """They would like to meet who is proposed."""
    DOES_NOT_SUIT = "does_not_suit"
    ENDED = "ended"
    """A placement has ended; how goes with it."""
    GOES_ON = "goes_on"
    """It goes on, until the day that goes with it."""
    NOT_ENDED = "not_ended"
    """It is not so that it has ended, as the city says."""


SAID_ABOUT: Mapping[Said, Noun] = {
    Said.OFFER: Noun.CONTRACT,
    Said.NOTHING: Noun.OBLIGATION,
    Said.DONE: Noun.OBLIGATION,
    Said.TIME: Noun.OBLIGATION,
    Said.BEGUN: Noun.PLACEMENT,
    Said.NOT_BEGUN: Noun.PLACEMENT,
    Said.COMING: Noun.MEETING,
    Said.NOT_COMING: Noun.MEETING,
    Said.HOLDS: Noun.MEETING,
    Said.WITHDRAWN: Noun.SLOT,
    Said.WANTS_TO_MEET: Noun.PLACEMENT,
    Said.DOES_NOT_SUIT: Noun.PLACEMENT,
    Said.ENDED: Noun.PLACEMENT,
    Said.GOES_ON: Noun.PLACEMENT,
    Said.NOT_ENDED: Noun.PLACEMENT,
}
"""What each is said about. An offer is said under a contract; once it is written down, it is about its slot."""


class HearsayStatus(StrEnum):
    """How it stands."""

    COUNTS = "counts"
    AGREED = "agreed"
    OBJECTED = "objected"
    TAKEN_BACK = "taken_back"


class HearsayEvent(StrEnum):
    """What can happen to it."""

    AGREE = "agree"
    OBJECT = "object"
    TAKE_BACK = "take_back"


_COUNTS = (HearsayStatus.COUNTS,)

HEARSAY_LIFE = Life[HearsayStatus, HearsayEvent](
    {
        HearsayEvent.AGREE: Transition(_COUNTS, HearsayStatus.AGREED),
        HearsayEvent.OBJECT: Transition(_COUNTS, HearsayStatus.OBJECTED),
        HearsayEvent.TAKE_BACK: Transition(_COUNTS, HearsayStatus.TAKEN_BACK),
    }
)


class ObjectionReason(StrEnum):
    """Why a supplier says that it isn't so, kept by its code: nobody is asked to defend it."""

    NOT_SAID = "not_said"
    MISUNDERSTOOD = "misunderstood"
    OUTDATED = "outdated"
    NOT_THEIRS_TO_SAY = "not_theirs_to_say"


@frozen
class Source:
    """Who said it to the city, how, and on which day.

    Attributes:
        speaker: The name of somebody at the supplier.
    """

    speaker: str
    how: HeardBy
    on: date
