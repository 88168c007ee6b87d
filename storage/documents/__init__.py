"""Documents that are made to be filed, and what became of them."""
