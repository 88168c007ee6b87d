"""What the buttons of tryouts carry."""

LIST, CARD = "tyl", "tyk"
"""A page of the list; or one by its id, and the page of the list behind it."""

SUPPLIERS = "tys"
"""Those with whom it was tried: the tryout's id, and a page."""

NOTE, CHANGE = "tyn", "tyc"
"""Note one; or say what is right instead: its id."""

REMOVE, PUT_BACK = "tyr", "tyu"
"""Take one out of the list, or have it there again: its id."""
