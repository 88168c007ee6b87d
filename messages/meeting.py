"""What the bot says of dialogue meetings."""
