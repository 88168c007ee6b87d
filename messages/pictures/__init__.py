"""Pictures of results: what a year has come to, and how it went."""
