"""Placements: proposed, answered, agreed, begun, ended, evaluated, and what became of them."""
