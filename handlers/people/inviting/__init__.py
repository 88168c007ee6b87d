"""Invitations: making them, passing them on, and who is still awaited."""
