"""The goal of a year."""
