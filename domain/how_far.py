"""How far something promised has come, for whoever reads how a contract stands and nothing of the work behind it."""

from enum import StrEnum
from typing import assert_never

from domain.obligation import ObligationStatus
from domain.turn.turn import Side


class HowFar(StrEnum):
    """How far it is. What waits for the city is told apart from what waits for the supplier: one is never the other."""

    CITY = "city"
    """The city does what comes next."""
    SUPPLIER = "supplier"
    """The supplier's answer is waited for."""
    AHEAD = "ahead"
    """Nobody has anything to do yet."""
    DONE = "done"
    OVER = "over"
    """Nothing is expected any more."""


def how_far(status: ObligationStatus, turn: Side) -> HowFar:
    """How far it is, by how it stands and whose turn it is."""
    match status:
        case ObligationStatus.FULFILLED:
            return HowFar.DONE
        case ObligationStatus.WAIVED | ObligationStatus.BEFORE | ObligationStatus.DROPPED:
            return HowFar.OVER
        case ObligationStatus.FORMAL:
            return HowFar.CITY  # somebody of the city has taken it outside the bot
        case ObligationStatus.OPEN | ObligationStatus.ESCALATED:
            return _BY_TURN[turn]
    assert_never(status)


_BY_TURN = {
    Side.SUPPLIER: HowFar.SUPPLIER,
    Side.MATCHER: HowFar.CITY,
    Side.COORDINATOR: HowFar.CITY,
    Side.NOBODY: HowFar.AHEAD,
}
