"""Contracts and plans in: a file is read, compared with what is here, shown, and taken in when somebody says so."""
