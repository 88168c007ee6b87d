"""A matcher says what they want to be alerted about."""
