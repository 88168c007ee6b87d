"""A matcher takes a slot."""
