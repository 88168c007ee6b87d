"""The order of the table of what a text can be: whatever comes earlier in it is what the text is taken for."""

from handlers.texts.table import READINGS


def test_the_order_of_the_rows() -> None:
    assert [reading.__module__.rpartition(".")[2] for reading in READINGS] == [
        "secret",
        "invitation",
        "command",
        "reply",
        "answer",
        "button",
        "asked",
        "asked_often",
        "offer",
        "question",
        "kind_word",
        "nothing",
    ]
