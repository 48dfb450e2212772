"""What may be shown on a terminal: texts of other people must not give it commands."""

from unicodedata import category


def shown(text: str) -> str:
    """The text with � for what does not print: nothing of it moves the cursor, colours, hides or turns round."""
    return "".join(char if char.isprintable() or _is_blank(char) else "\ufffd" for char in text)


def _is_blank(char: str) -> bool:
    """Whether it is a space of any width (full-width ones indent paragraphs), a tab or a line feed."""
    return char in "\n\t" or category(char) == "Zs"
