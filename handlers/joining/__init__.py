"""Somebody comes in by an invitation, or knocks without one."""
