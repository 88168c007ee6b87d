"""What the buttons of readers carry; the way to the monthly letter from other houses is `doorways.MONTHLY`."""

SET_MONTHLY = "rds"
"""Whether the monthly letter is to come: 1 or 0."""
