"""What is said about how far it is to a year's goal."""
