"""What is said about dialogue meetings, and their calendar files."""
