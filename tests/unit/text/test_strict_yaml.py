import pytest

from jianbao.text.strict_yaml import MAX_DEPTH, Mapping, Scalar, load


def problems_of(text: str, first_line: int = 1) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in load(text, file="x.yaml", first_line=first_line)[1]]


def test_scalars_stay_as_written_with_their_lines() -> None:
    node, problems = load("code: 010\nopen: no\nat: 12:30\nnone:\n", file="x.yaml", first_line=5)
    assert not problems
    assert isinstance(node, Mapping)
    texts = {key: value.text for key, value in node.items.items() if isinstance(value, Scalar)}
    assert texts == {"code": "010", "open": "no", "at": "12:30", "none": ""}
    assert node.lines == {"code": 5, "open": 6, "at": 7, "none": 8}


@pytest.mark.parametrize(("written", "absent"), [("", True), ("~", True), ("null", True), ('""', False), ("0", False)])
def test_nothing_written_is_no_value_but_an_empty_text_is(written: str, absent: bool) -> None:  # noqa: FBT001
    node, _ = load(f"key: {written}\n", file="x.yaml")
    assert isinstance(node, Mapping)
    value = node.items["key"]
    assert isinstance(value, Scalar)
    assert value.absent is absent


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "stands here again (first on line 1)"),
        ("a: &x 1\n", 1, "anchor"),
        ("a: 1\nb: *x\n", 2, "alias"),
        ("a: 1\nb: !!python/object:os.system x\n", 2, "tag"),
        ("a: 1\n---\nb: 2\n", 2, "second YAML document"),
        ("a: 1\nb: [1, 2\n", 2, "not valid YAML"),
        ("a: 1\n\tb: 2\n", 2, "not valid YAML"),
        ("a: 1\nb: \x07\n", 2, "U+0007"),
        ("? [1, 2]\n: 3\n", 1, "plain word"),
        ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), 1, "nested deeper"),
    ],
)
def test_each_flaw_is_told_with_its_line(text: str, line: int, word: str) -> None:
    assert any(found == line and word in message for found, message in problems_of(text))


def test_lines_count_from_where_the_text_stands_in_its_file() -> None:
    assert problems_of("a: 1\na: 2\n", first_line=10)[0][0] == 11


def test_the_first_of_two_values_is_kept() -> None:
    node, _ = load("a: 1\na: 2\n", file="x.yaml")
    assert node == Mapping({"a": Scalar("1", 1)}, {"a": 1}, 1)


def test_deep_nesting_ends_at_once() -> None:
    # 20,000 open braces took the plain loader a minute.
    assert "nest" in problems_of("{" * 20_000)[0][1]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_document_is_nothing_and_no_problem(text: str) -> None:
    assert load(text, file="x.yaml") == (None, ())


def test_a_full_width_colon_is_named_as_the_likely_cause() -> None:
    _, problems = load("日期：2025-12\nnewspaper: x\n", file="x.yaml")
    assert "full-width" in problems[0].hint
