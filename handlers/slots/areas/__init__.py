"""The city's list of areas: coordinators keep it, and say which of them suppliers mean by what they write."""
