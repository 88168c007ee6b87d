"""Why an obligation is waived, or why there is nothing to offer: the usual reasons, kept by their codes."""

from datetime import timedelta
from enum import StrEnum

UNDO_FOR = timedelta(minutes=10)
"""So long whoever said that something is done, or that there is nothing to offer, may take it back."""


class WaiverReason(StrEnum):
    """Why a coordinator lets an obligation go."""

    NOT_NEEDED = "not_needed"
    DONE_ELSEWHERE = "done_elsewhere"
    CONTRACT_ENDING = "contract_ending"


class NothingReason(StrEnum):
    """Why a supplier has nothing to offer right now."""

    NO_SUPERVISION = "no_supervision"
    LITTLE_WORK = "little_work"
    NOT_BEGUN = "not_begun"
    SITE_UNSUITED = "site_unsuited"
