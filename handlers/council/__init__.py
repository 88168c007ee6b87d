"""The council's page: drawn up, read, approved by a person, and then to be had; and who may be named on it."""
