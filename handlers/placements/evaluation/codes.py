"""What the buttons of evaluations carry: the evaluation's id, and the place of a question among all."""

SAY = "evs"
"""Also the place of the answer among all."""

ASK = "evq"
