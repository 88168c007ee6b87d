"""What is asked often, with its answer; and what somebody asked the city."""
