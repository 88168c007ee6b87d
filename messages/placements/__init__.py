"""What is said about placements: a code and a place, never who."""
