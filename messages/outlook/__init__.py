"""What is said of the weeks ahead."""
