"""A supplier as the city sees it: what it has promised and offered, how it went, and who to talk to there."""
