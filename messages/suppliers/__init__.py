"""What is said of suppliers."""
