from jianbao.model.problem import Problem
from jianbao.text.schema import Fields
from jianbao.text.strict_yaml import load


def fields_of(text: str) -> tuple[Fields, list[Problem]]:
    problems: list[Problem] = []
    node, _ = load(text, file="x.yaml")
    fields = Fields.of(node, file="x.yaml", problems=problems, what="the file")
    assert fields is not None
    return fields, problems


def test_an_unknown_key_is_told_with_its_line_and_the_nearest_known_one() -> None:
    fields, problems = fields_of("title: x\nnewspapr: y\n")
    fields.close(("title", "newspaper"))
    assert [(problem.line, problem.hint) for problem in problems] == [(2, "did you mean `newspaper`?")]


def test_a_missing_text_is_told_where_the_mapping_begins() -> None:
    fields, problems = fields_of("\ntitle: x\n")
    assert fields.text("newspaper", required=True) == ""
    assert (problems[0].line, problems[0].message) == (2, "`newspaper` is missing")


def test_whole_numbers_have_bounds() -> None:
    fields, problems = fields_of("a: 12\nb: 010\nc: 1e3\nd: 99999999999999999999\ne: ²\n")
    assert [fields.integer(key, default=7, low=5, high=50) for key in "abcdef"] == [12, 10, 7, 7, 7, 7]
    assert [problem.line for problem in problems] == [3, 4, 5]


def test_one_text_stands_for_a_list_of_one() -> None:
    fields, problems = fields_of("a: [x, y]\nb: x\nc:\nd: {k: v}\n")
    assert [fields.texts(key) for key in "abcd"] == [("x", "y"), ("x",), (), ()]
    assert [problem.line for problem in problems] == [4]


def test_a_list_where_a_mapping_belongs_is_told() -> None:
    problems: list[Problem] = []
    node, _ = load("- 1\n- 2\n", file="x.yaml")
    assert Fields.of(node, file="x.yaml", problems=problems, what="the file") is None
    assert problems[0].line == 1


def test_a_required_text_is_not_empty() -> None:
    fields, problems = fields_of('title: x\nnewspaper: ""\n')
    assert fields.text("newspaper", required=True) == ""
    assert [(problem.line, problem.message) for problem in problems] == [(2, "`newspaper` is empty")]


def test_what_is_stated_is_read_and_not_empty() -> None:
    fields, problems = fields_of('a: 12\nb: x\nc: ""\nd:\ne: [1]\n')
    assert [fields.stated(key, int) for key in "abcdef"] == [12, None, None, None, None, None]
    assert [(problem.line, problem.message) for problem in problems] == [
        (2, "`b` cannot be read"), (3, "`c` is empty"), (5, "`e` must be one piece of text"),
    ]  # fmt: skip


def test_words_of_a_list_are_not_empty() -> None:
    fields, problems = fields_of('a: [x, ""]\n')
    assert fields.texts("a") == ("x",)
    assert len(problems) == 1
