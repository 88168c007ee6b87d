"""Who gets what only readers get."""
