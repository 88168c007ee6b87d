"""Contracts, as they are listed and searched, and what has happened under them."""
