"""The slots that there are: each sees their own or what they may take on, and does what is possible now."""
