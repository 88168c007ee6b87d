"""What the buttons of meetings carry first, for whoever shows one: the action, and most often the meeting's id."""

CARD, LIST = "ms", "me"
COMING, NOT_COMING, OTHER_TIME, STAND_IN = "my", "mn", "mo", "mi"
MOVE, CANCEL = "mm", "mc"
"""A meeting's id and, on cards and invitations, the sequence at which it was shown so."""

HELD, NOT_HELD, OUTCOME, CORRECT, REASON = "mh", "mx", "mw", "mg", "mr"
"""How it went. `NOT_HELD` of one that was held carries its sequence and revision too, `REASON` a reason's place."""

RECORD = "mq"
"""All meetings with a supplier: the supplier's id, and a page."""
