"""What is said about slots."""
