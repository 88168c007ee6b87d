"""The buttons under what is asked often. A question is carried by the numbers of its `FaqKey`: a place and an id."""

LIST, ENTRY = "fql", "fqe"
"""A page of the list, from 0; one question."""

CHANGE, ADD = "fqc", "fqn"
"""Change how a question and its answer read; add one."""

HIDE, SHOW_AGAIN = "fqh", "fqs"
"""Put a question away, and bring it back."""

HISTORY = "fqw"
"""All that the city has said there: the question, and behind it the page."""
