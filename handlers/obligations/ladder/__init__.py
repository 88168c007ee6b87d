"""The ladder: reminders, nudges and escalations of what is not done yet, and the answers to them."""
