"""Evaluations: two presses at a placement's end, of each side; more only for whoever likes."""
