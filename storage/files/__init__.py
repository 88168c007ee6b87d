"""What is read for files: a question for each table that can be taken out, asked slice by slice."""
