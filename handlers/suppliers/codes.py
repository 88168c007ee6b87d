"""The buttons under suppliers; the way to a supplier's page from other houses is `doorways.SUPPLIER`."""

LIST, ALL, SEARCH = "spl", "spx", "spk"
"""A page of the list, from 0; without one the list is shown as it was. The others carry nothing."""

WHOLE, PRINT = "spw", "spa"
"""All of a supplier's page, and the page as a file: the supplier's id."""
