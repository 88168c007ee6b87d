"""What is asked about suppliers."""
