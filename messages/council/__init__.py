"""The council's page, and what is said on the way to it."""
