"""*Föreslå någon*: when, how long and how much, all from lists. Never who."""
