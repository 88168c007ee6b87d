"""What the clock does for the bot itself, and for no noun."""
