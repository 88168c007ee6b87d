"""Placements, what became of them, and which wish each was for."""
