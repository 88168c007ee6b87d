"""What the city tells many suppliers at once."""
