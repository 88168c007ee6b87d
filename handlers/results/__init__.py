"""Results from elsewhere: what was given before Steget, and the programmes' own tallies."""
