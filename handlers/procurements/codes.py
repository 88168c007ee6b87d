"""The buttons under procurements and their list, and what they carry."""

ADD, SEND_FILE = "pua", "puf"
"""One more in the plan, and how the plan comes in as a file; they carry nothing."""

CHANGE = "pue"
"""What is known of one: its id."""
