"""What the buttons about what was heard carry."""

SAY = "hy"
"""The place of what was said in `SAIDS`, and the number of the thing that it is about."""

AGREE, OBJECT, TAKE_BACK = "hj", "hn", "hu"
"""These carry the id of what was heard."""
