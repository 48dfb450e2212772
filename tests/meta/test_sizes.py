"""A module is one idea and a function fits on a screen."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.programs import REPOSITORY

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
"""Lines from `def` to the end, without the docstring: explaining more must not cost."""


def modules() -> Iterator[Path]:
    for folder in ("src", "tests"):
        yield from sorted((REPOSITORY / folder).rglob("*.py"))


def long_functions(source: str) -> Iterator[tuple[str, int]]:
    """Name and length of each function that is too long."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1 - docstring_lines(node)
            if length > LONGEST_FUNCTION:
                yield node.name, length


def docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    if ast.get_docstring(node) is None:
        return 0
    return (first.end_lineno or first.lineno) - first.lineno + 1


def test_no_module_is_too_long() -> None:
    lengths = {path.relative_to(REPOSITORY): path.read_bytes().count(b"\n") for path in modules()}
    assert {str(path): length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_function_is_too_long() -> None:
    found = {
        f"{path.relative_to(REPOSITORY)}:{name}": length
        for path in modules()
        for name, length in long_functions(path.read_text(encoding="utf-8"))
    }
    assert found == {}


def test_a_long_function_is_noticed_and_its_docstring_is_not_counted() -> None:
    body = "    pass\n"
    assert list(long_functions("def short():\n" + '    """Says\n    a lot."""\n' + body * 39)) == []
    assert list(long_functions("def long():\n" + body * 40)) == [("long", 41)]
