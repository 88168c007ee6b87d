"""What the buttons about inquiries carry."""

ASK = "fq"
"""It carries the slot's id."""

ANSWER = "fs"
"""It carries the inquiry's id."""
