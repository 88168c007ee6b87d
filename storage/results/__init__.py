"""Results that came from elsewhere: before Steget, and the programmes' own tallies."""
