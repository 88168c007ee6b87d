"""Dialogue meetings: booked, answered, moved, cancelled, held, and what was agreed."""
