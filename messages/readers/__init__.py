"""What is said to those who only read."""
