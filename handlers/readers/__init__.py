"""What those get who only read: once a month, how far it is to the goal."""
