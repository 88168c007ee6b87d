"""The dossier of a contract, and all documents about it."""
