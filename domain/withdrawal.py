"""Why a supplier takes an offer back."""

from enum import StrEnum

LONGEST_WITHDRAWAL_REASON = 200


class WithdrawalReason(StrEnum):
    """The usual reasons, kept by their codes so that each reader has them in their own language."""

    UNABLE = "unable"
    FILLED_ALREADY = "filled_already"
    NO_SUPERVISION = "no_supervision"
    NOT_OFFERED = "not_offered"
    """It was written down for the supplier, who says that it isn't so; nobody chooses it."""
    NOTED_WRONGLY = "noted_wrongly"
    """It was written down for the supplier by mistake; nobody chooses it either."""


CHOSEN = (WithdrawalReason.UNABLE, WithdrawalReason.FILLED_ALREADY, WithdrawalReason.NO_SUPERVISION)
"""Those that a supplier chooses from."""
