"""A person chooses the language that the bot writes in."""
