"""The buttons under obligations, and what they carry."""

OBLIGATION, MOVE, WAIVE, FORMAL, DONE, NOTHING, UNDO = "ao", "am", "aw", "af", "ag", "an", "au"
"""These carry an obligation's id."""
