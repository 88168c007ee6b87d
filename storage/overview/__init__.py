"""What a year has come to: its goal, how far it is, what the numbers are made of, and pictures that were drawn."""
