"""Slots, questions about them, placements in them, and who wants alerts of which."""
