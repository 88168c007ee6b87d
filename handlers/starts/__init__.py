"""Somebody has begun in a slot: the matcher says so, the supplier is asked, what both say counts. Never who it is."""
