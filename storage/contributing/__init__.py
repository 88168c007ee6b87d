"""What companies have contributed, to be told as examples."""
