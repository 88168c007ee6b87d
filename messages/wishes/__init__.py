"""What is said about wishes. Of these messages no word is kept."""
