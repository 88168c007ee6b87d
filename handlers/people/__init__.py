"""Who is in, who is invited, who leaves: lists and cards for coordinators, and what they can do there."""
