"""Where it would pay to ask, and what was decided of each procurement."""
