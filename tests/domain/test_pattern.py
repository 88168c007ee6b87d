"""A pattern does what `re.compile` makes, and every one of ours can be compiled, though none is before it is asked."""

import re
from operator import methodcaller

import pytest

from domain.pattern import Pattern
from tests.each import each
from tests.ours import of_our_modules


def test_it_answers_as_the_compiled_one_does(subtests: pytest.Subtests) -> None:
    own, compiled = Pattern(r"(a)(b?)", re.IGNORECASE), re.compile(r"(a)(b?)", re.IGNORECASE)
    for name, *asked in (
        ("findall", "xAba"),
        ("split", "xAbay"),
        ("split", "xAbay", 1),
        ("sub", r"<\1>", "xAba"),
        ("sub", lambda found: found[1].lower(), "xAba", 1),
    ):
        with each(subtests, name):
            question = methodcaller(name, *asked)
            assert question(own) == question(compiled)
    for name, *asked in (("match", "Aba"), ("match", "xAba", 1), ("fullmatch", "AB"), ("search", "xAba")):
        with each(subtests, name):
            question = methodcaller(name, *asked)
            assert question(own).span() == question(compiled).span()
    assert own.fullmatch("xab") is own.search("x") is own.match("xab") is None
    assert [found.span() for found in own.finditer("xAba")] == [(1, 3), (3, 4)]


def test_all_of_ours_can_be_compiled(subtests: pytest.Subtests) -> None:
    patterns = {name: own for name, own in of_our_modules() if isinstance(own, Pattern)}
    assert len(patterns) > 100
    for name, pattern in patterns.items():
        with each(subtests, name):
            assert isinstance(pattern.compiled, re.Pattern)


def test_none_of_ours_is_compiled_as_it_is_loaded() -> None:
    assert [name for name, own in of_our_modules() if isinstance(own, re.Pattern)] == []


def test_what_is_wrong_is_told_by_the_first_question() -> None:
    own = Pattern("(")
    with pytest.raises(re.error):
        own.search("(")
