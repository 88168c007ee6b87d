"""Obligations: how they stand, who was reminded of them, what was answered, and what has happened to them."""
