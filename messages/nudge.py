"""What the bot says when something that is promised falls due."""
