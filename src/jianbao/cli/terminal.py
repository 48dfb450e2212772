"""What may be shown on a terminal: texts of other people must not give it commands."""

from unicodedata import category


def shown(text: str) -> str:
    """The text with � for what does not print: nothing of it moves the cursor, colours, hides or turns round."""
    return "".join(char if char.isprintable() or _is_blank(char) else "\ufffd" for char in text)


def shown_in_line(text: str) -> str:
    r"""The text on one line, with `\n`, `\x1b` and the like for what does not print: a name of a file stays known."""
    return "".join(char if char.isprintable() or category(char) == "Zs" else _written(char) for char in text)


def _written(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _is_blank(char: str) -> bool:
    """Whether it is a space of any width (full-width ones indent paragraphs), a tab or a line feed."""
    return char in "\n\t" or category(char) == "Zs"
