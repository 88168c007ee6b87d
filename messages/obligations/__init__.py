"""What is said about obligations, reminders and escalations."""
