"""Offers that wait: what the clock asks about them, what is answered, and how they expire."""
