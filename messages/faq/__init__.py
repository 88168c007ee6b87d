"""What is asked often, and what somebody asks the city."""
