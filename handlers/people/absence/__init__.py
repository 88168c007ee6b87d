"""Somebody is away for a while: until when, and who stands in."""
