"""What the clock does about placements."""
