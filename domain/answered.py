"""What the ledger says about an obligation by a code: what a supplier has answered, and what has fulfilled it."""

from enum import StrEnum


class AnswerCode(StrEnum):
    """What a supplier has answered to a reminder."""

    NOW = "now"
    LATER = "later"
    NOTHING = "nothing"
    WRONG_PERSON = "wrong_person"


class FulfilledBy(StrEnum):
    """What fulfils an obligation, as it stands before the colon in "slot:12"."""

    SLOT = "slot"
    MEETING = "meeting"
    PLACEMENT = "placement"


BY_HAND = ("done:", "nothing:")
"""How it begins where somebody has said so, and may take it back."""
