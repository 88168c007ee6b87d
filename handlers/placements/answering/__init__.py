"""What the supplier says to a proposal, and what the matcher tells it before it does."""
