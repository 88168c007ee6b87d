"""What the buttons about outcomes carry."""

SAY = "ot"
"""The outcome's id, and the place of the answer among all."""
