"""What the bot says of files that are imported."""
