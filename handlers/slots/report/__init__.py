"""A supplier reports a slot, and may take it back for a while."""
