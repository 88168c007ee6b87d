"""Slots, questions about them, and who wants alerts of which."""
