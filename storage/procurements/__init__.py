"""What the city buys: planned and done procurements, and what was decided of each."""
