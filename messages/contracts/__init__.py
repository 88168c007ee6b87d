"""What is said about contracts."""
