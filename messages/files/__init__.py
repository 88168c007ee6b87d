"""Files of what is kept: their columns, how a cell is written, and what is said of them."""
