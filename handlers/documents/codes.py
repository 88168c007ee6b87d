"""The buttons under what is said of documents, and what they carry."""

REGISTER, AGAIN = "dor", "doa"
"""A document's id: say its number in the register of records, or get it again."""
