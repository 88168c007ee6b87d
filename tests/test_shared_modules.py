"""What tests share stands in modules of its own: a test module can be read, moved or removed without another."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent

BUILT_IN_ONE_PLACE = {
    "Contract": "contracts.py",
    "Contact": "contracts.py",
    "Obligation": "obligations.py",
    "Meeting": "meetings.py",
}
"""Rows that many tests begin with, and the one module that makes each."""


@cache
def modules() -> dict[Path, ast.Module]:
    """Each with what stands in it; read when it is asked for, and not by every worker of a run."""
    return {path: ast.parse(path.read_text("utf-8")) for path in sorted(TESTS.rglob("*.py"))}


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported, and every name that might be one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (alias.name for alias in node.names)


def called(tree: ast.AST) -> set[str]:
    """Every name that is called."""
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {function.id for function in calls if isinstance(function, ast.Name)}


def test_no_module_imports_from_a_test_module() -> None:
    wrong = {
        str(path.relative_to(TESTS)): names
        for path, tree in modules().items()
        if (names := [name for name in imported(tree) if name.rpartition(".")[2].startswith("test_")])
    }
    assert wrong == {}


@pytest.mark.parametrize(("row", "place"), BUILT_IN_ONE_PLACE.items(), ids=BUILT_IN_ONE_PLACE)
def test_contracts_obligations_and_meetings_are_each_made_in_one_place(row: str, place: str) -> None:
    makers = [path for path, tree in modules().items() if row in called(tree)]
    assert [str(path.relative_to(TESTS)) for path in makers] == [place]
