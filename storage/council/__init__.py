"""The council's page: who may be named in it."""
