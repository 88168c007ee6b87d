"""What the bot says of what staff heard a supplier say outside it."""
