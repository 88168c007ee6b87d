"""What is asked often: how long a question and its answer may be."""

LONGEST_FAQ_QUESTION = 120
LONGEST_FAQ_ANSWER = 1_500
LONGEST_CITY_QUESTION = 1_000
"""What somebody asks the city, where the list has no answer; and the answer to it."""
