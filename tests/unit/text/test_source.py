"""What is said to those who write a script is left out; what a browser reads stays."""

import pytest

from jianbao.text.source import uncommented_style, undocumented_script


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("/** One. */\nconst a = 1;\n", "const a = 1;\n"),
        ("  /**\n   * Two\n   * lines.\n   */\n  f() {}\n", "  f() {}\n"),
        ("/** @type {A} */ let b;\n/** Next. */\nlet c;\n", "let b;\nlet c;\n"),
        ("const d = (/** @type {string} */ e) => e / 2 /* kept */ * 3;\n", "const d = (e) => e / 2 /* kept */ * 3;\n"),
        ('const glob = "**/*.js"; // kept\n', 'const glob = "**/*.js"; // kept\n'),
        ("", ""),
    ],
)
def test_scripts_lose_their_documentation(source: str, left: str) -> None:
    assert undocumented_script(source) == left


def test_styles_lose_the_comments_on_lines_of_their_own() -> None:
    style = '/* Said\n   to people. */\na { color: red; } /* kept */\n\n/* b */\nb { content: "/*"; }\n'
    assert uncommented_style(style) == 'a { color: red; } /* kept */\n\nb { content: "/*"; }\n'
