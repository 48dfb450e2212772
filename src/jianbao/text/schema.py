"""Reading a YAML mapping against a closed list of keys: what is missing, unknown or of a wrong kind is a problem."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from jianbao.model.problem import Problem
from jianbao.text.nearest import nearest
from jianbao.text.strict_yaml import Mapping, Scalar, Sequence, YamlNode

_Value = TypeVar("_Value")
_DIGITS = 9
"""Of the longest whole number that is read."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping being read. Each method takes one key; problems gather in `problems`, shared by all parts of a file."""

    file: str
    mapping: Mapping
    problems: list[Problem]

    @classmethod
    def of(cls, node: YamlNode | None, *, file: str, problems: list[Problem], what: str) -> "Fields | None":
        """Take the fields of `node`; None, with a problem that names it `what`, where it is no mapping."""
        if isinstance(node, Mapping):
            return cls(file, node, problems)
        message = f"{what} must be `key: value` lines"
        problems.append(Problem(file, node.line if node else 1, message, "write one `key: value` a line"))
        return None

    def complain(self, key: str, message: str, hint: str) -> None:
        """Add a problem at the line of `key`, or of the mapping where the key is missing."""
        self.problems.append(Problem(self.file, self.mapping.lines.get(key, self.mapping.line), message, hint))

    def close(self, known: Iterable[str]) -> None:
        """Complain of every key that is not in `known`."""
        names = sorted(known)
        for key in self.mapping.items:
            if key not in names:
                near = nearest(key, names)
                hint = f"did you mean `{near}`?" if near else f"the keys known here are {', '.join(names)}"
                self.complain(key, f"the key `{key}` is not known", hint)

    def text(self, key: str, *, required: bool = False, default: str = "") -> str:
        """Read a piece of text, trimmed. One that is required may not be empty, either."""
        node = self.mapping.items.get(key)
        if node is None or (isinstance(node, Scalar) and node.absent):
            if required:
                self.complain(key, f"`{key}` is missing", f"add a line `{key}: …`")
            return default
        if not isinstance(node, Scalar):
            self.complain(key, f"`{key}` must be one piece of text", f"write `{key}: …` on one line")
            return default
        text = node.text.strip()
        if required and not text:
            self._complain_of_emptiness(key)
        return text

    def stated(self, key: str, read: Callable[[str], _Value]) -> _Value | None:
        """Read a piece of text that may be missing, but not empty, by a function that raises ValueError with a hint."""
        known = len(self.problems)
        text = self.text(key)
        node = self.mapping.items.get(key)
        if not text:
            if isinstance(node, Scalar) and not node.absent and len(self.problems) == known:
                self._complain_of_emptiness(key)
            return None
        try:
            return read(text)
        except ValueError as error:
            self.complain(key, f"`{key}` cannot be read", str(error))
            return None

    def _complain_of_emptiness(self, key: str) -> None:
        self.complain(key, f"`{key}` is empty", "write a value between the quotation marks, or take the line out")

    def optional_text(self, key: str) -> str | None:
        """Read a piece of text, or None where there is none."""
        return self.text(key) or None

    def integer(self, key: str, *, default: int, low: int, high: int) -> int:
        """Read a whole number from `low` to `high`."""
        text = self.text(key)
        if not text:
            return default
        if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS and low <= int(text) <= high):
            self.complain(key, f"`{key}` must be a whole number from {low} to {high}, not {text[:40]!r}", "mend it")
            return default
        return int(text)

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of pieces of text; a single one stands for a list of one."""
        node = self.mapping.items.get(key)
        if node is None or (isinstance(node, Scalar) and node.absent):
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        good = tuple(item.text.strip() for item in items if isinstance(item, Scalar) and item.text.strip())
        if isinstance(node, Mapping) or len(good) != len(items):
            self.complain(key, f"`{key}` must be a list of words", f"write `{key}: [one, two]`")
        return good

    def part(self, key: str, what: str) -> "Fields | None":
        """Read a mapping that may be missing."""
        node = self.mapping.items.get(key)
        if node is None or (isinstance(node, Scalar) and node.absent):
            return None
        return Fields.of(node, file=self.file, problems=self.problems, what=what)

    def parts(self, key: str, what: str) -> "tuple[Fields, ...]":
        """Read a list of mappings."""
        node = self.mapping.items.get(key)
        if node is None or (isinstance(node, Scalar) and node.absent):
            return ()
        if not isinstance(node, Sequence):
            self.complain(key, f"`{key}` must be a list", f"begin each {what} with `- `")
            return ()
        read = (Fields.of(item, file=self.file, problems=self.problems, what=f"each {what}") for item in node.items)
        return tuple(fields for fields in read if fields)
