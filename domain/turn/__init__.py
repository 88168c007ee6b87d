"""Whose turn it is: for everything that is open, one rule a noun."""
