"""What the buttons of questions to the city carry; how one is asked stands in `handlers/doorways.py`."""

ASK_ON = "cqm"
"""It carries the id of the question from which one goes on."""

ANSWER, PASS_ON, OPEN = "cqr", "cqh", "cqo"
"""They carry the question's id: answer it, pass it on to a colleague, see it."""

ANSWER_WITH = "cqw"
"""It carries the question's id, and the key of what is asked often: answer by that."""

LIST = "cql"
"""The unanswered ones: a page behind it, where one is turned."""

OFTEN, ADD_TO_LIST = "cqf", "cqn"
"""They carry a question's id: those that are like it, and whether it is added to what is asked often."""
