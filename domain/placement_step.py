"""What the clock does about a placement."""

from enum import StrEnum


class PlacementStep(StrEnum):
    """One thing that the clock does. The values are kept in databases and never change."""

    PROPOSAL_REMINDED = "proposal_reminded"
    PROPOSAL_OVER = "proposal_over"
    """The coordinators hear that nobody has answered the proposal."""
    MATCHER_REMINDED = "matcher_reminded"
    """It is the matcher's turn, and nothing has happened."""
    START_ASKED = "start_asked"
    """Its first day has come: the matcher is asked whether somebody has begun."""
    START_REMINDED = "start_reminded"
    END_ASKED = "end_asked"
    """Its last day has come: the supplier is asked whether it has ended."""
    END_REMINDED = "end_reminded"
    END_OVER = "end_over"
    """The coordinators hear that the two sides have not both said so."""
