"""Tables and queries, one noun a file; the only room that speaks SQL."""
