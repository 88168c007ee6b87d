"""What was tried, and with which suppliers."""
