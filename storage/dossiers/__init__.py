"""All that is kept about one contract."""
