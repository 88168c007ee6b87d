"""The demo: its page, and the city behind it."""
