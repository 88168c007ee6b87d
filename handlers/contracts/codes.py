"""The buttons under contracts and their lists, and what they carry."""

HOLD, RESUME = "op", "or"
"""Let reminders rest, and let them go on: a contract's id, or 0 for the whole city."""

LIST, ALL, QUEUE, SEARCH = "al", "ax", "aq", "ak"
"""A page of the list or the queue, from 0; the list without one is shown as it was. The others carry nothing."""

HISTORY, ADD = "ah", "aa"
"""These carry a contract's id; the first a page behind it."""
