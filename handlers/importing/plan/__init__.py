"""The plan of procurements as a file: read, compared with what is here, and taken in at one word."""
