"""Contracts, and how they are listed and searched."""
