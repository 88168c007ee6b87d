"""Reaching each other: who has a slot and its contact see where to call and write, and know who sees it."""
