"""What is said of documents, and under them."""
