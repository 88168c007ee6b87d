"""The dossier of one contract: what it tells, and the file that is made of it."""
