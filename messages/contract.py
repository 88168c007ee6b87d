"""What the bot says of contracts and what follows from them."""
