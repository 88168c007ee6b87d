"""Obligations: where they stand, who was reminded of them, and what was answered."""
