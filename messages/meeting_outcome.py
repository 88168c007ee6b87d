"""What the bot says after a dialogue meeting: how it went, and what was agreed."""
