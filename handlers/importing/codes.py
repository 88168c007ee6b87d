"""The buttons under what a file would do, and what they carry: the file's id first."""

TAKE_IN, CANCEL, MISTAKES, CHANGES = "ik", "ix", "iw", "ic"
AHEAD, AHEAD_ONE, AHEAD_SHEET = "io", "ip", "ih"
"""What a file would send: its id, which way in, and a page and a place as the weeks ahead carry them."""

PLAN_MISTAKES = "iy"
"""What is wrong in a plan of procurements."""

ONLY_COMING, FROM_TODAY = 0, 1
"""The ways in."""
