"""The agenda of a dialogue meeting, made from what is known: each side gets it in its own words."""
