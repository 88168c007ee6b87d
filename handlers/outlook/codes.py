"""The buttons of the weeks ahead, and what they carry."""

SHOW, ONE, SHEET = "uo", "up", "uf"
"""A page from 0; a page and a place on it, from 0; nothing."""
