"""What the buttons of the council's page carry. `COUNCIL` and `NAMING` stand in `handlers/doorways.py`."""

DRAFT = "cod"
"""The year, and the place of the format among all."""

DRAW_UP = "con"
"""The year: what would stand there now, where an approved page is shown."""

APPROVE, APPROVE_SURE = "coa", "coy"
"""The year, and the checksum of what was read; the second approves."""

GET = "cog"
"""An approved document's id."""

ASK_NAMES, SEND_QUESTION = "coq", "cos"
"""The year."""

SAY = "cow"
"""The place of the answer among all: whether one's company may be named."""
