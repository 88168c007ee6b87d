"""What an operator can do from the command line, one command a file, each answer in plain words."""
