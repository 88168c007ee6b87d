"""The buttons under procurements and their list, and what they carry."""

ADD, SEND_FILE = "pua", "puf"
"""One more in the plan, and how the plan comes in as a file; they carry nothing."""

CHANGE = "pue"
"""What is known of one: its id."""

LIST, DECIDED = "prl", "prb"
"""A page of those that wait for a decision, and of those that are decided, from 0; without one as it was shown last."""

DECIDE, PUT_AWAY, BRING_BACK = "prd", "pra", "pru"
"""These carry a procurement's id."""

JOIN = "prm"
"""A contract came in before the number was written: the procurement's id."""

HISTORY = "prh"
"""All that was decided of one: the procurement's id, and a page behind it."""
