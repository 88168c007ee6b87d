"""What the ledger says about an obligation by a code: what a supplier answers, and what has fulfilled it."""

from enum import StrEnum

from domain.reference import Noun


class SupplierAnswer(StrEnum):
    """What a supplier has answered to a reminder."""

    NOW = "now"
    LATER = "later"
    NOTHING = "nothing"
    WRONG_PERSON = "wrong_person"


class FulfilledBy(StrEnum):
    """What fulfils an obligation without anybody's word."""

    SLOT = Noun.SLOT.value
    MEETING = Noun.MEETING.value
    PLACEMENT = Noun.PLACEMENT.value


BY_HAND = (Noun.DONE, Noun.NOTHING)
"""What fulfils an obligation where somebody has said so, and may take it back."""

TIME_PROPOSED = "time_proposed: "
"""How the ledger's words begin where the answer is a time for a meeting; the time comes next."""


def proposed(content: str) -> str:
    """The time that an answer proposes, in the supplier's own words; empty for any other answer."""
    return content.removeprefix(TIME_PROPOSED) if content.startswith(TIME_PROPOSED) else ""
