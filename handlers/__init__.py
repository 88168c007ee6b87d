"""What happens when something happens: a chat update, or the clock."""
