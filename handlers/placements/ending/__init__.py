"""A placement ends: one side says so, the other confirms, and what they don't agree on a coordinator settles."""
