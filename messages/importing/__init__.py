"""What is said about files of contracts, and the sheet itself."""
