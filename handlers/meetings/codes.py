"""What the buttons of meetings carry first. Most carry the meeting's id behind it; what else they carry stands here."""

CARD, LIST = "ms", "me"
"""`LIST` carries 1 for the meetings that have been, else 0, and a page."""

COMING, NOT_COMING, OTHER_TIME, SUBSTITUTE, MOVE, CANCEL = "my", "mn", "mo", "mi", "mm", "mc"
"""Also the sequence of the meeting as it was shown; not everywhere under `MOVE`."""

KEEP_TIME = "mp"
"""The time stays although somebody would like another: also the sequence of the meeting as it was shown."""

SUGGEST, FITS = "mu", "mv"
"""A coordinator proposes another time for a meeting that is due, and the supplier takes it: the obligation's id.

`FITS` carries behind it which of the proposed times it is."""

HELD, NOT_HELD, OUTCOME, CORRECT, REASON = "mh", "mx", "mw", "mg", "mr"
"""How it went. `NOT_HELD` of one that was held carries its sequence and revision too, `REASON` a reason's place."""

CONFIRM, DISPUTE = "mk", "mj"
"""Also the revision of the meeting, whose summary is confirmed or not."""

AGENDA, WHOLE_AGENDA, AGENDA_PAGE = "agd", "agw", "agp"
"""What there is to talk of: in the chat, all of it there, on a page to print."""

ATTENDANCE = "mq"
"""All meetings with a supplier: the supplier's id, and a page."""

RECORD = "dom"
"""The record of a meeting: its id."""

WORTHWHILE = "evm"
"""Was it worth the time: the evaluation's id, and the places of the question and of the answer among all."""
