"""What becomes of obligations: planned from a contract, fulfilled, reversed, moved, waived, climbed up the ladder."""
