"""What is said about people, invitations and absence."""
