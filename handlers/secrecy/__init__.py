"""The secrecy guard: finds in a text what may identify a person or tell what is secret of one, and masks it."""
