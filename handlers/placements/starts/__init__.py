"""Somebody has begun in a slot: the matcher says so, the supplier confirms."""
