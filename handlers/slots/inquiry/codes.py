"""What the buttons about inquiries carry."""

ASK = "fq"
"""It carries the slot's id: ask the supplier, or write to the matcher who has it."""

ANSWER = "fs"
"""It carries the inquiry's id."""

FIND, UNFIND = "fh", "fu"
"""They carry the slot's id and revision, and the selection of the list behind its card."""
