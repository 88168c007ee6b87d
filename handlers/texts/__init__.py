"""What a text can be: one table, in `table.py`, and a file for each of its rows."""
