"""The council's page: who may be named on it, and what is counted for it alone."""
